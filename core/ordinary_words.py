"""Everyday words. A word on this list names nobody unless it is written or introduced as a name.

Source: words that stand three times or more, without a capital, in the texts that teach the
tagger; and surnames and first names that are words of the language, too.
"""

_TEXT = """
abbot able about above absolutely abuse accent access accident accommodation account across act
action actions actual actually add added address adjourned admin adopted adult adults advice
adviser advisor advocacy advocate afford afraid after afternoon again against age aged agen
agencies agency agenda ages ago agree agreed agreement ahead aid aint alarm alcohol alive all
allegation allocated allowance allowed alone along aloud already alredy alright also always
amazing amber ambulance among and angel anger angry annual another answer answered answering
answers ant anxiety anxious any anybody anymore anyone anyones anything anyway anywhere apart
apology app apparently application applied apply appointment appointments apprenticeship approved
april archer are area arent arm arms around arrangements arrears arrive arrived arrives art
ashamed ask asked asking asks asleep assault assembly assessed assessment assessments asthma
aswell asylum ate attached attachment attack attacked attacks attend attendance attended attention
audit aunt auntie aunties authority autism autistic automatic available awake away babies baby
babys back background bad baddie badge bag bags baker bakery ball balloons bananas band banding
bank banks banner banter bar barber bare barnsley bath bathroom battered beanbag beans beat
because become becos bed bedroom beds bedtime been beer befor before begging begin begins behalf
behaviour behind bein being believe bell belly bench benefits bereavement best better between
beyond big bigger bike bill bills bin bingo binned bins bird birth birthday birthdays biscuit
biscuits bishop bit bites bits black blade blame blank blanket blazer blessing blind block blocked
bloke blood blue board boat boiler bonfire book booked booking booklet books boot boots border
boredom boring born borrowed boss both bothered bottle bottles bottom bought bounce bounced bowl
box boxes boxing boy boyfrend boyfriend boyfriends boys brave bread break breakdown breakfast
breaking breaks breathe breathing brew bricklaying bridge brilliant bring broke broken brook
brooke brother brothers brought brown bruise bruises buddy budget building bunk bunny burn burned
burnt bursary bus buses business busy but butler button buy buying buzzing bye cabinet cake
calendar call called calling calls calm came camera cameras camhs camp campaign can cancel
cancelled candles cannot cant capacity car caravan card cards care carer carers carpet carpets
carried carry cars carter case caseload caseloads cases cash castle cat cats caught ceiling cent
centre cereal certificate chair chairs challenging chance change changed changes changing chapter
charge charity chart chase chat cheaper check checked checks chew chicken child childhood children
childrens childs chip chippy chips chocolate choice choose choosing chose chosen christmas
chronology church cinema city clapped class classroom clean cleaner cleaning clear cliff clinic
clinical clinician clipboard clock close closed closes closing clothes clothing club coach coat
coats code coffee coke cold colleague colleagues collected college colour colouring colours come
comes coming commissioning community company complain complained complaint complaints completed
complex computer computers concern concluded condition conference consent considering consistency
consult contact contacts contract control conversation convicted cook cooked cooker cooking cooper
copied copy core corner corporate correct corridor corridors cos cost costs cot cough could
couldnt couldve council councillors councils counselling counsellor count counted country counts
county couple course court cousin cousins cover covering cream creams credit cricket cried crime
criminal crisis crisps criteria cross crossed crossing cry crying culture cup cupboard cupboards
cups curtains cushion custard cut cuts cutting dad daddy dads daily daisy dale damp dance dancing
danger dark data date dates daughter daughters dawn day days dead deadline deaf deal dealers dealt
dean death debrief debt decent decide decided decision decisions declined degree delayed delegated
delete delivered delivery dentist deputy description designated desk detention diabetes diagnosis
dialect dictionary did didnt die died difference different diffrent dinner dint direct director
disability disabled discharged disclosed disco discussed discussion distance distress doctor
doctors document does doesnt dog dogs doin doing domestic done dont door doors doorway dot double
doubled down downstairs drama drank draw drawer drawing drawings drawn dream dress dressing drew
drift drink drinking drinks drive driver drives driving drop dropped drops drove drug drugs drunk
dry due duke dunt duplicate duty dyer dying dyslexic each ear earl earlier early ears easier
easter easy eat eating eats education egg eight eighteen either electric eleven else elses
elsewhere email emailed embarrassing emergency empty end ended ends engage english enough enuf
envelope epilepsy episodes escort estate even evening evenings event ever every everybody
everybodys everyone everyones everything everywhere evidence evry exactly exam example exams
excellent except excluded exemption exists expensive experience experienced explain explained
explaining exploitation extra eye eyes face faces failed fair faith fake fall falling falls
families family famly far fare farm farmer fast fat father fault favourite fear feb fed feed
feedback feeding feel feeling feelings feels feet fell fella felt fetch few fewer field fields
fifteen fifth fifty fight fighting figure figures file files fill filled fillings film final
finally finance find finding fine finger fingers finish finished fire firm first fish fisher
fishing fit fits five fix fixed flag flags flask flat flats floor foil folder folk follow followed
followers following follows food foot football for forever forget forgot forgotten form forms
fortnight forty forum forward foster fostered fostering found four fourteen fourth fox fractions
frame framework frank free freezing fresh friday fridge friend friendly friends frightened from
front frost full fun fund funding funds funeral funny further future game gaps garage garden
gardener gas gate gates gave gay get gets getting ginger girl girlfriend girls give given gives
glass glasses glen goal goats goes goin going gold gone gonna good goodbye goodnight google got
gown grace graduation gran grand grandad grandmother grandparents grant gravy great green grey
group groups grow grown guarantor guess guide guinea guitar gun guna gutted guy gym gymnastics had
hadnt hair halal half hall halloween hamster hand handed handover hands hang happen happened
happening happens happy hard harm has hasnt hat hate hav have havent having hazel head heads
health healthy hear heard hearing heart heath heather heating heaven hed height held hell hello
help helped helper helping helps her here hers herself hes hid hide hides high hill hills him
himself hip his historic history hit hits hitting hobbies hoist hold holding holds hole holiday
holidays holly home homeless homes homework honest honestly hoodie hook hope horrible horse horses
hospital hostel hot hotel hotels hour hours house households houses housing how hub hubs hug hugs
human hundred hung hungry hunter hurrah hurry hurt hurts husband idea ideas ignore ill immigration
important improved inbox incident incidents including independence independent info information
informed inhaler injections inside inspectors insta instead insulin int internet interpreter
interpreters intervention interview interviewed interviews into introduced investigated invite
invited involved iris iron isnt issues itd item its itself ive ivy jabs jack jacket january jar
jars jay jigsaw job join joined joke jokes joking journal journey joy judge jump jumped jumper
june just karate keep keeping keeps kept ket kettle key keyboard keys keyworker kick kicked
kicking kicks kid kids kill killed killer killing kind king kinship kit kitchen knee knees knew
knife knight knives knock know knowing known knows label labelled lad ladder lads lady ladys laff
lake lamb laminated lamp lance landing landlord lane language lanyard lanyards laptop lasagne
laser lass lasses last late later laugh laughed laughing laughs law lay lead leaf leaflet learn
learned learning learnt least leave leaver leavers leaves leavin leaving leccy left leg legal
legend lego legs leisure less lesson lessons let lets letter letters lettuce level library licence
lie life lift lifts light lights like liked likes lily limit line lines link list listen listened
listening listens literally little live lived lives living load loads local lock locked locks
lodgings log logo lol lonely long longer look looked lookin looking looks loops lorry lose loses
loss lost lot lots loud lounge love lovely loves low luck lucky lunch luxury machine mad made
major make makes making male mam mama mams man manager managers managing mango many map march mark
market marks marry marsh marshall martin mason mat match matched matching mate mates maths matron
matter mattress mature may maybe mcdonalds meal meals mean means meant measured medal medical
medication medicine meds meet meeting meetings member members men mental mention mentor meself
message messages met meter microwave middle midnight might mile miles milk miller mind mine
minibus minis mins mint minus minute minuted minutes miss missed missing mistake misuse mixed
mobile mocks model moment monday money monkey month monthly months mood moor morale more morning
mornings mosque most mostly mother motorway mouth move moved moves moving much multi mum mummy
mums murder murdered music must myself nail nails name named names naming nan nana nans nappies
naughty near nearest nearly neck need needed needing needle needs neglect neighbour neighbours
neither nervous network never new newly news next nice nicked night nights nil nine nineteen
ninety ninth nite nobody nobodys noise non none noodle noodles normal north nos nose not note
notebook noted notes nothing notice noticed notifications november now nowhere nowt nuisance
number numbers nurse nursery nurses obviously oclock odd off offer offered offering office officer
often oil old older olive once one ones online only ooh open opened opens operation opinion
opposite options orange order orders other others ought our ours out outcome outgrown outside
outstanding oven over overdue oversight owe own owner owns owt pack packed packing page pages paid
pain paint painted pair pan pancakes panel panic paper papers paperwork paramedic parent parental
parenting parents park parked parker parking parks part participation partner partners party pass
passed passes passport past pat patch pathway patience pay paying payment pays peas peer pen
pencil pending penny people peoples peple per performed permanence permanent permission person
personal persons phone phoned phones photo photocopier photos physical physio piano pick picked
picking picks pics picture pictures pie piece pig pills pin pink pizza place placed placement
placements places plain plan planned planning plans plate plates play played playing plays please
pls plus pocket poem point points police policeman policy polish polite pool poor poorly pope
poppy portal porter possible post postbox posted poster posters posts pot potato potter pound
pounds practice practitioner pram pray prayer pre precious pregnant premium prepared present
presents press pressed pretend pretended previous price print printed prison private problem
professional professionals profile programme project prom promise promised proof proper properly
propose protected protection protocol proud prove provider providers provision provisional
prudence psychologist pub public pudding pull pulled pump pupil puppet puppets purpose push pushed
pushes put puts putting pyjamas qualified quality quarter quarters question questions queue quick
quicker quickly quid quiet quite rabbit race radiator radio rain raining raised ramp ran rang rap
rare rarely rate rather ray reach read reading reads ready real really reason rec receipt receive
received reception reckon record recorded recording records recovery recruiting recruitment red
reduced reece reed ref refer reference referral referrals referred refuge refuse refused register
registered registration relationship relationships religion remain remember remembered reminder
rent rep replaced replied reply report reported reports request requested requests rescue
reservoir resident residential residents resilience respect respite response rest results return
returned review reviewing reviews rice rich ride rider right ring ringing rings risk river rivers
road roast rob robin rock rocky role roll room rooms rope rose rota rote round row rubbed rubbish
ruby rule rules run rung running runs rush rusty ryder sad safe safeguarding safety said salon
same sand sandwich sandy sang sat saturday sausage save saved saving savings saw sawyer say saying
says scan scared scary scheme school schools science scool score scored scores screamed screaming
screen screening screenshots sea search seaside seat seats second secret section sed see seeing
seeking seen sees self sell send sending sends senior sense sensory sent sentence separate
separated sergeant service services session sessions set setting settled settling seven seventeen
sexual shake shame shampoo shaped share shared sharing sharp she shed sheep sheet shell shepherd
shes shift shifts shirt shoe shoes shop shopping shops short should shouldnt shout shouted
shouting shouts show showed shower shown shows shud shut shuts shutting shy sibling siblings sick
side sigh sign signature signatures signed signs silence silly silver since singer singing single
sink sir sister sisters sit site sits sitting six sixteen sixty size skate skin skinner skool sky
slater sleep sleeping sleepover sleepovers sleeps sleepy sleeves slept slide slides slime sling
slow slowly small smash smashed smashing smell smelling smells smile smith smoke smokes smoking
snap snow soap sober social socks sofa soft solicitor solicitors some somebody someone someones
something sometimes somewhere son song songs soon sore sorry sort sorted sound sounds spare speak
speaker speaking speaks special specialist speech spelling spellings spelt spencer spend spent
split spoke spoken spoon sports spotted spreadsheet spring stabbed stability staff stage stair
stairs stand stands star start started starting starts statement station status stay stayed
staying stays steel step stepdad stepped stick sticker sticks sticky still stomach stone stood
stop stopped stops story straight strange stranger strangers strategy street stress strict strong
stuck student students study stuff stupid subgroup substance sue sugar suicide suit suitable
suitcase suitcases suits sum summary summat summer summers sumone sunday sundays superb supervise
supervised supervising supervision support supported supposed sure surname surprised survey swan
swap swearing sweets swimming swing switch system systems table tables tablet tablets tag tailor
take takeaway taken takes taking talk talked talker talkin talking talks tall tank tanner targets
taught tax taxi taxis taylor tbh tea teach teacher teaching team teams teatime teenager teenagers
teeth telephone tell telling tells telly template temple temporary ten tenancy tenner tent term
terms terrible tesco test tested testing text than thank thanks that thatcher thats the theatre
their theirs them theme then therapeutic therapist therapy there theres these they theyd theyll
theyre theyve thin thing things think thinking thinks third thirteen thirty this tho thort those
though thought thousand threatened three threshold thresholds threw thriving through throw thumb
thursday thursdays tick ticked ticket tidy tie tight til till time times timescale timetable
timetables tin tiny tired tissues toast toaster today toddler together toilet toilets told
tomorrow tonight too took tooth top touch touched touches towel towels town towns toy train
trained trainers training trains trampoline trans transition translate translator transport trauma
travel tray treat treated treatment tree tried trip trips trouble trousers true trust try trying
tube tuesday tuesdays tummy turn turned turner turning turns tutor twelve twenty twice twin twins
two tyler type typed typing unaccompanied uncle under understand understood uni uniform unit
universal unless uno until updated ups upset upstairs use used useful uses using vacancies van
vape vapes vaping version very victor video view views village violence violent violet virtual
visit visited visitor visitors visits voice voicemail voices volcano volunteer voucher wade wage
wages wait waited waitin waiting waits wake walk walked walker walking walks wall walls want
wanted wanting wants war ward wardrobe warehouse warm warning was wash washing wasnt wat watch
watched watching water wave waved way wayne wear wearing weather weaver webinar website wed
wednesday weed week weekend weekends weekly weeks weigh weight weird welcome well wellbeing wen
went were werent wet weve what whatever whats wheelchair when where whether which while white who
whod whoever whole wholl whom whos whose whove why wife wifi will win window windows winter wish
with withdrawn within without wiv wks wolf woman women won wonder wont wood woods word words wore
work worked worker workers working works worried worry worse worst worth would wouldnt wouldve
wright wrist write writes writing written wrong wrote wud yeah year yearly years yellow yes
yesterday yet yoghurt you youd young younger your youre yours youth youtube youve yrs zero zip
zombie
"""

ORDINARY: frozenset[str] = frozenset(_TEXT.split())
