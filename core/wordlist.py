"""The 2,048 words that receipts are made of: eleven bits each.

Core, because a code must read the same at every door. A child of nine can say and spell each word.
Chosen so that a slip of one letter never makes another word of the list, none sounds like another,
and none speaks of family, home, bodies, harm, illness, hunger, drugs, police, belief or race.

Rationale: the order is part of the code. Changing, adding or moving a word breaks every receipt
already handed out, so this list is frozen once a council has gone live.
"""

_TEXT = """
abacus ability about above absorb accent account achieve acorn acre acrobat across acting active
actual adapt add address adjust admire advance advice aerial afar afloat agent agile aglow agree
ahead aim airmail airport airship almond almost along aloud alpaca already alright also always
amaze amber amble amigo amuse anagram anchor anchovy ancient animal annual anorak another answer
antenna anthem anthill antique antler anybody anyone anytime anyway apiary apology appear applaud
approve apricot april apron aqua aquatic arcade archery archive arctic arena argue arise aroma
arrange arrive art article artwork aside ask aspect aspen aspire assist astro athlete atlas atom
attempt attend auction audible audio august author autumn avatar avenue average aviator avocado
awake awesome axle backup badger bagel baggy bagpipe balance balcony ballad ballet balloon balmy
bamboo band bandana bangle banjo banner barbell barcode bargain barge barley barn basalt basic
basket bassoon bauble bay beacon bead beaker beauty become beehive beeswax beetle before beige
being believe bell below beneath beside best between beyond bicycle bike billion biology birdie
biscuit bit blanket blazer blend blink block blog bloom blossom blouse bluetit blurry bobbin
bobcat bobsled bold bolster bongo bonnet bonsai bonus bookend booklet boost borrow botany bounce
bowling bracken bramble branch brass bravo breadth breeze briefly bright brisk bristle broad
broker bronco bronze brook broth brush bubble bucket buckle buddy buffalo buffet bugle build bulb
bumpy bunch bundle bungee bunting burger burrito bus busily butter button buzz buzzard cabbage
cabinet cafe call calmly calypso camel camera camping campion campus canal canary candy canine
canoe canopy cantata canteen canter canvas canyon capable capital captain caption car carafe
caramel carbon careful carpet carrot cartoon cascade cashew castle casual catcher catchy catkin
cedar ceiling celery cello central century ceramic certain chalet chalk champ chance channel chant
chapter charade chariot cheddar cheer cheerio cheese cheetah chef chime chirp choosy chortle
chorus chrome chuckle chutney cinema circle circuit circus citrus civic clarion clarity class
classic clatter clay clean clever clicker climate climb clip cloak closely cloth clue cluster
coach coast coating cobalt cobble cobweb code coffee cola collage collect collie column comb
combine comedy comet comfy comma comment common company compass compete compile complex compose
concert confirm conga conifer conjure conker connect console content contour cookie cool copier
copilot copycat coral cornet correct cosmic cosmos costume cosy cotton counter cover cowbell
cowhand cowslip crackle craft crane crater crayon create crest cricket crimson crinkle crisp
critic critter crocus crossly crown crunch cube cubic cupcake curious curl curtsy curve cushion
custard cycle dabble dainty dairy damson dance dapper dapple data dawdle dawning daytime dazzle
decade decimal declare deeply degree delight deliver delta deluxe denim depth derby design desk
desktop detail develop device dewdrop diagram dial diamond diary digest digger digit digital
dignity dimple dingo dinner dip diploma disco discuss dish display ditto dive doing dollop dolphin
domain dome domino donut doodle dot double dozen dragon drama drawer drawing dream dresser driver
driving drizzle droplet drumkit drummer duchess duck duffel dune duo durable during dwindle
dynamic dynamo eager eagle early earring earth earwig easel echo eclair eclipse ecology edging
edible edit edition editor educate effect effort egg eighty elastic elegant element eleven elf
email embark emblem emerald emerge emoji empower emu enable enamel enchant encore energy engine
enhance enigma enjoy enough enrich enrol ensure enter entire epic episode equal equator equinox
equip era errand essay essence event evolve exact exam example excel exclaim exhale exhibit exist
expand expanse expert explain explore express extend extra extreme fable fabric fact factor fade
fajita falafel falcon fancy fanfare farm fashion fasten fathom feast feather feature feline felt
fence fennel fern ferret festive fetch fiction fidget field fiesta fifteen fifth fig figment film
filter finale finch finding finer finish finite firefly first fishing fitness fizz flannel flavour
fleck fleece fleet flipper floral florin florist fluency fluffy flute flutter flyer foal focus
foggy folder foliage fondue forest fork formal formula fortune forty forum forward fossil foxtrot
fragile freely freesia fresco fresh friday fringe frisbee frog frolic front frothy frozen fruit
fuel fulfil fun funky furrow further fusion future fuzzy gadget galaxy gallant galleon gallery
gallop galore game gander gannet garage garden garland garlic garment garnish gateway gather
gazebo gazelle gazing gecko gelato gem general generic genial genie genius gentle genuine geology
geyser giant gibbon giggle gimmick giraffe given gizmo glacier glad glaze gleam gleeful glide
glimmer glimpse glisten glitch glitter globe glory gloss gnome goalie goat goggles golf good gooey
gopher gosling gourmet grading grain grammar grand granite granola grape grapple gravel gravity
gravy greatly green grid griddle griffin grocery groove grotto grouse growing guava guitar gulp
gumboot gumdrop gumtree guppy gurgle gusto gymnast habitat haddock haiku half halibut halogen
hammock hamper hamster handful handset happen happy harbour hardhat hardly harmony harness harp
harvest hatbox haven haybale hazel hazy heading headset hearty hedge helium helmet helpful heroic
heron herself hexagon hiccup highway hilltop hilly himself hinge hint history hobby hockey holiday
honest honey hoop hooray hopeful hopping horizon hotdog however hub hubcap huddle huge hula humble
humid humming humour hundred husky hydrant hyphen iceberg icebox icecap icicle icing icon icy idea
ideally igloo iguana imagine imitate immense imply imprint improve include indeed indigo indoor
inflate initial ink inkling inkpot inkwell inland inlet inquire inspire install instant instead
intense into invent involve ironing italic item itself jackal jackdaw jacket jaguar jampot january
jargon jasmine jaunty javelin jazz jeep jelly jersey jester jet jiffy jigsaw jog join joke jotter
journal journey jovial joyful jubilee judo juggle juice jukebox july jumper juniper jupiter kale
karaoke karate kayak kazoo kebab keenly keeper kestrel ketchup keyhole keypad keyring kimono kind
kindle kingdom kiosk kitbag kite kitten kiwi koala ladder ladle lagoon lake landing lantern laptop
lapwing larch lasagne laser lasso lasting latest lattice launch laundry laurel lavish lawn layout
leader leaflet league leaning leap learn lecture legacy legend legible legume leisure lemon lemur
length lenient lens lentil leopard lettuce liberty library lifting liftoff light lilac lily
lilypad lime limeade limit limpet linen linger lining linnet linseed lion liquid little lively
lizard llama loading loaf lobster local locate locket logbook logic logical logo lolly look lotus
lowland loyalty lozenge lullaby lumber lunar lupin luxury lychee lyric macaron macaw machine
maestro magenta magic magical magnet magnify magpie mainly majesty major mallard mambo mammal
mammoth manage manatee mango mansion manual many map maple maraca marble margin marina marker
marmot maroon marquee marrow marsh marvel mascot massive mauve maximum maybe mayfly meadow meander
measure media medley meerkat mellow melodic melody memento mention menu mercury merit mermaid
merry meteor method metro micro midair midday midst mileage milky mill millet mimic mimicry
mindful mineral mingle mini minibus minimum minnow minuet mirror mixer mixture mobile mocha modem
modern modest modify modular module mohair mollusc molten moment monarch monday monitor monocle
month moon moonlit mooring moped morning mosaic moss motion motive motor motto movable movie mud
muesli muffin mural murmur museum music musical muskrat muslin mustang mystery myth nacho naming
napkin napping narwhal natural nature nearby nearest neat nebula nectar neither neon neptune
netball nettle network neutron newly newton nibble nice nifty ninety ninth north notch note notice
novel novelty nozzle nugget numeral numeric nutmeg nylon oak oasis oatcake oatmeal oblong oboe
obvious ocelot octagon octave october octopus often oilskin okapi okay olive olympic omega omnibus
onboard ongoing onion onstage onward opal open opera option orange orbit orchard orchid order
oregano organza origami ornate osprey ostrich outback outdo outfit outgrow outlet outline outlook
outpost outward overall overlap owl oxtail oxygen oyster ozone pacific padding page pageant paint
paisley palace pampas pancake panda panel panini pannier pantry papaya paper paprika papyrus
parade parasol parcel pardon parfait parka parlour parquet parsnip partake pasta pastel pastime
pasture path patio pattern pavlova peacock peanut peapod pebble pecan pelican pencil pendant
pending penguin peony pepper percent perch perfect perform perfume perhaps petal petunia pewter
phonics photo phrase physics piano piccolo pickle picnic picture pigeon pillar pillow pilot
pinball pine pioneer piston pitta pixie pizza placard planet planner plate playful plaza plenty
plover plucky plumage plural plus plywood podcast podium poem poetic poetry polar polite polka
pollen polygon pompom poncho pond pontoon popcorn popular portal portray pose possum postage
postbox poster posting potluck prairie prance prefer prelude premium prepaid presume pretzel
preview primula prism profile project prompt proof prosper proton proud proverb provide pulley
puma pumpkin punnet puppet purple purpose puzzle quack quality quantum quarry quaver quench quest
quiche quiet quill quinoa quintet quirky quiz quoits rabbit radar radial radiant radio radish
raffle ragtime railway rainbow rainy raisin ramp random ranking rapid rattle ravioli react ready
realise really realm reason reboot rebound rebuild receipt recent recipe recital reclaim recline
record recount recycle reduce redwood referee refill refine refit reflect reflex refresh refuel
regain regal regard regatta regular reheat rejoice relate relay reliant relish remark remind remix
remnant render renewal reopen repair replica reply request reshape resolve resort respect respond
restful restore result retell rethink retrace revisit revival rewire rework rewrite rhino rhombus
rhubarb rhyme ricotta ridge rigging ripe ripple risotto ritzy rivet rivulet roadmap roaming robin
robot robotic robust rock rodeo roller roomy rooster rosebud rosehip rosette rotate round roundup
routine rowan royal rudder rugby rugged ruler rumpus rustle rusty sachet saddle safari saffron
saga salad salmon salsa salt salute samba sample sandal sandbox sandpit sapling sardine satay
satchel satsuma saturn saunter savanna saying scaling scallop scamper scampi scarf scarlet scatter
scenery scenic scholar science scone scoop scooter scout screen scribe script scroll scuba sculpt
scuttle seabird seafood seagull seaport seaside seaweed sector seesaw segment seldom select
seminar senior sequel sequin serene sesame seven seventy several shading shadows shale shallot
shampoo shawl sheep shelf sherbet shield shimmer shine shinty shirt shoebox shop should shovel
shrub shuffle sidecar sign signal silent silver similar simile since sincere singing sitar sitting
sixteen sixty sizzle skate sketch skill skim skipper skittle sky skylark skyline skyward slalom
sledge sleek sleeve slice slogan slowly small smart smooth snack snail snapper snazzy snippet
snooker snooze snorkel snowman snowy soap soda soft soil solid solo solve someday somehow sonar
sonata sonic sorbet sorrel soybean spacing spangle spaniel sparkle sparrow spatula speak speckle
speedy speller sphere spin spinach spindle spiral splash spoken sponge spoon sport sprawl sprig
sprint spruce spud square squeak squishy stable stadium stage stamina stardom starlit statue
steady steamer stellar stencil stereo sticker stilt stirrup stopper storage store straw stream
stretch string stripe strudel student studio sturdy subject sublime subset success sudoku suffix
sugar suggest sultana summary summer summit sunbeam sundeck sundial sunfish sunhat sunlit sunny
sunrise sunroof superb supper suppose surface surfer surpass surplus survey sushi sustain swampy
sweater swerve swift swirl swish switch swivel swoosh syrup system tabby taco tactful tactic
tadpole tailor talent talking tandem tangy tapas tarmac tartan tassel tasty teabag teacake teach
teacup teal teapot tearoom teaset teatime teddy tempo tenfold tennis tenor termite terrier texture
thank thatch theatre theme theory thermos thicket thimble thing third thistle thought thread three
thrill thrive thunder tiara tidal tiddler tidy timber timing tinsel titan title today toddle
toggle tomato toolkit top topaz topcoat topiary topmost topsoil torch total toucan tourism tower
town tracing tractor trail trainee tram treacle treble treetop trefoil trek trellis trend tribute
trickle trifle trilogy trinket trio tripod triumph trivia trolley trophy tropic trowel truffle
truly trumpet trundle try tuesday tuft tuition tulip tuna tundra tunic tunnel turbine turbo
turning turnip turret turtle tussock tutor tutu tuxedo tweed twelve twenty twice twiddle twig
twinkle twister typical typing ultra umpire unfold unfurl unicorn uniform unique unison unite
unless unlock unplug unroll until unusual unwind unwrap upbeat update upgrade uphill upkeep uplift
upload upon upright upscale upside upstage uptown upward usable useful usher usual utensil utmost
vacuum valiant valour variety various vast veggie vehicle velcro velvet veranda verify version
vibrant victory viewer vigour village vinegar vinyl viola violin virtual visibly visor vista vital
vitamin vivid voice volcano vole volley volume vowel wagon wagtail walk walkway wallaby walnut
waltz warbler warmth wasabi wash washout watch water waxwing waxwork weave web website weekday
weekend weekly welcome western wetsuit wheat wheel whimsy whinny whippet whirl whisk whoever
wicker wide width wild wildcat willing windy wing winning winter witty wombat woodcut wooden word
workout worktop woven wren wriggle writing yard year yes yeti yodel yonder young youth yoyo yummy
zebra zero zesty zigzag zinc zinnia zipline zoology zoom
"""

WORDS: tuple[str, ...] = tuple(_TEXT.split())
