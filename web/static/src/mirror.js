// The language mirror on a view's page. Without it, "Check my words" asks the server.
(function () {
  'use strict';

  // The language mirror: words of the young people's list, told as they are typed.
  function mirror() {
    var reply = document.getElementById('reply');
    var told = document.getElementById('mirror');
    if (!reply || !told || !reply.dataset.mirror) { return; }
    var list = JSON.parse(reply.dataset.mirror).map(function (one) {
      var parts = one[0].split(/\s+/).map(function (part) { return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'); });
      var exact = /[A-Z].*[A-Z]/.test(one[0]) && one[0].indexOf(' ') < 0;
      var word = '(?<![\\p{L}\\p{N}_])' + parts.join('\\s+') + '(?:s|es)?(?![\\p{L}\\p{N}_])';
      return { find: new RegExp(word, exact ? 'gu' : 'giu'), instead: one[1], why: one[2], long: one[0].length };
    });
    list.sort(function (one, other) { return other.long - one.long; });
    reply.addEventListener('input', function () {
      var left = reply.value;
      var found = list.filter(function (one) {
        one.hit = (left.match(one.find) || [''])[0];
        left = one.hit ? left.replace(one.find, ' ') : left;
        return one.hit;
      });
      var kept = told.querySelector('input');
      told.textContent = '';
      if (found.length) { told.appendChild(sayInstead(found)); }
      if (kept) { told.appendChild(kept); }
    });
  }

  function sayInstead(found) {
    var lines = document.createElement('ul');
    lines.className = 'govuk-list govuk-list--bullet';
    found.forEach(function (one) {
      var line = lines.appendChild(document.createElement('li'));
      line.textContent = '\u201c' + one.hit + '\u201d: say ' + one.instead + '. ' + one.why;
    });
    var all = document.createDocumentFragment();
    var first = all.appendChild(document.createElement('p'));
    first.className = 'govuk-body';
    first.textContent = 'Young people asked us not to use these words.';
    all.appendChild(lines);
    return all;
  }

  mirror();
})();
