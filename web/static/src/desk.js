// Keys for the desk, words that are selected quoted for masking, and who else has a view open.
// Every page works without it. Keys can be turned off: then `data-keys` says so.
(function () {
  'use strict';
  var lines = Array.prototype.slice.call(document.querySelectorAll('.desk-line__open'));
  var help = document.getElementById('keys');

  // Whatever takes longer than a second says that it is at work. A second press on the same button,
  // by a hand that shakes or does not wait, sends nothing again. A file comes while the page stays,
  // so both are over after a while.
  function working() {
    document.addEventListener('submit', function (event) {
      var form = event.target;
      var button = event.submitter;
      if (event.defaultPrevented) { return; }
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = 'yes';
      var told = document.createElement('p');
      told.className = 'desk-small';
      told.setAttribute('role', 'status');
      told.textContent = 'Working\u2026';
      setTimeout(function () { if (button) { button.insertAdjacentElement('afterend', told); } }, 1000);
      setTimeout(function () { delete form.dataset.sent; }, 3000);
      setTimeout(function () { told.remove(); }, 20000);
    });
  }

  function quoting() {
    var quote = document.getElementById('quote');
    var words = document.querySelector('.desk-words');
    if (!quote || !words) { return; }
    document.addEventListener('selectionchange', function () {
      var chosen = getSelection();
      if (chosen.rangeCount && words.contains(chosen.getRangeAt(0).commonAncestorContainer)) {
        var said = chosen.toString().trim();
        if (said) { quote.value = said; }
      }
    });
  }

  function whoIsHere() {
    var here = document.getElementById('here');
    if (!here) { return; }
    setInterval(function () {
      if (document.hidden) { return; }
      fetch(here.dataset.ask, { credentials: 'same-origin' }).then(function (answer) {
        return answer.ok ? answer.text() : '';
      }).then(function (told) {
        if (here.textContent !== told) { here.textContent = told; }
      }).catch(function () { /* the next try comes in half a minute */ });
    }, 30000);
  }

  // After `e` each theme shows a letter, the same on every view. It ticks it; other keys only end this.
  var showing = null;
  function letters() {
    var boxes = Array.prototype.slice.call(document.querySelectorAll('#themes [name=themes]'));
    var found = {};
    boxes.sort(function (one, other) { return one.value < other.value ? -1 : 1; });
    boxes.forEach(function (box) {
      var name = box.labels[0].textContent.toLowerCase();
      var order = (name.match(/\b[a-z]/g) || []).join('') + name + 'abcdefghijklmnopqrstuvwxyz';
      var free = order.replace(/[^a-z]/g, '').split('').filter(function (one) { return !found[one]; })[0];
      if (free) { found[free] = box; }
    });
    return found;
  }

  function showLetters() {
    var part = document.getElementById('themes');
    if (!part) { return; }
    showing = letters();
    var more = document.getElementById('more-themes');
    if (more) { more.open = true; }
    Object.keys(showing).forEach(function (one) {
      var key = document.createElement('kbd');
      key.className = 'desk-letter';
      key.setAttribute('aria-hidden', 'true');
      key.textContent = one;
      showing[one].labels[0].appendChild(key);
    });
    part.scrollIntoView({ block: 'nearest' });
  }

  function endLetters(key) {
    var box = showing[key.toLowerCase()];
    showing = null;
    Array.prototype.forEach.call(document.querySelectorAll('.desk-letter'), function (one) { one.remove(); });
    if (box) { box.click(); }
  }

  function follow(id) {
    var link = document.getElementById(id);
    if (link) { link.click(); }
  }

  function press(id) {
    var button = document.getElementById(id);
    if (button) { button.click(); }
  }

  function goTo(id) {
    var field = document.getElementById(id);
    if (!field) { return; }
    for (var up = field.parentElement; up; up = up.parentElement) {
      if (up.tagName === 'DETAILS') { up.open = true; }
    }
    field.focus();
  }

  function step(by) {
    var at = lines.indexOf(document.activeElement);
    var next = lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : at + by];
    if (next) {
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
      return;
    }
    var page = document.querySelector(by > 0 ? 'a[rel=next]' : 'a[rel=prev]');
    if (page) { page.click(); }
  }

  function tick(number) {
    var boxes = document.querySelectorAll('#themes input[type=checkbox]');
    if (boxes[number - 1]) { boxes[number - 1].click(); }
  }

  function showKeys() {
    if (!help) { return; }
    help.open = !help.open;
    if (help.open) {
      help.querySelector('summary').focus();
      help.scrollIntoView({ block: 'nearest' });
    }
  }

  var KEYS = {
    j: function () { if (lines.length) { step(1); } else { follow('after'); } },
    k: function () { if (lines.length) { step(-1); } else { follow('before'); } },
    u: function () { follow('up'); },
    a: function () { press('agree-next'); },
    s: function () { press('agree-stay'); },
    b: function () { follow('bulk'); },
    z: function () { press('undo'); },
    t: function () { press('take'); },
    x: function () { tickHere(); },
    r: function () { goTo('reply'); },
    m: function () { goTo('quote'); },
    n: function () { goTo('note'); },
    e: showLetters,
    d: function () { goTo('rich'); press('rich'); },
    f: function () { goTo('voice'); },
    '/': function () { if (!document.getElementById('typed')) { follow('nav-search'); } else { goTo('typed'); } },
    '?': showKeys
  };

  function tickHere() {
    var open = document.activeElement && document.activeElement.closest('[data-one]');
    var all = Array.prototype.slice.call(document.querySelectorAll('[data-agree]'));
    var box = open ? open.querySelector('[data-agree]') : all.filter(function (one) { return !one.checked; })[0];
    if (!box) { return; }
    if (!box.checked) { box.click(); }
    var after = all[all.indexOf(box) + 1];
    if (after) { after.focus(); after.scrollIntoView({ block: 'center' }); } else { goTo('agree-all'); }
  }

  function types(target) {
    return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
      (target.tagName === 'INPUT' && !/^(checkbox|radio|submit|button)$/.test(target.type));
  }

  function keys() {
    document.addEventListener('keydown', function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || event.repeat) { return; }
      if (event.key === 'Escape' && types(event.target)) { event.target.blur(); return; }
      if (types(event.target)) { return; }
      if (showing && event.key.length > 1 && event.key !== 'Escape') { return; }
      if (showing) { event.preventDefault(); endLetters(event.key); return; }
      var number = parseInt(event.key, 10);
      var does = number > 0 ? function () { tick(number); } : KEYS[event.key];
      if (!does) { return; }
      event.preventDefault();
      does();
    });
  }

  // A page that tells how far something is looks again by itself.
  function again() {
    var told = document.querySelector('[data-again]');
    if (told) { setTimeout(function () { location.reload(); }, Number(told.dataset.again)); }
  }

  // A file that is too large is refused before it travels; the server would only cut it off.
  function tooBig() {
    var file = document.querySelector('input[type=file][data-most]');
    if (!file) { return; }
    file.addEventListener('change', function () {
      var large = file.files.length && file.files[0].size > Number(file.dataset.most);
      file.setCustomValidity(large ? file.dataset.tooBig : '');
      if (large) { file.reportValidity(); }
    });
    file.form.addEventListener('submit', function (event) {
      if (!file.checkValidity()) { event.preventDefault(); file.reportValidity(); }
    });
  }

  again();
  tooBig();
  working();
  quoting();
  whoIsHere();
  if (help && help.dataset.keys !== 'off') { keys(); }
})();
