// Makes leaving faster and sending safer. Every page works without it; nothing is stored.
(function () {
  'use strict';
  var say_so = document.currentScript.dataset; // in the language of the page
  var shifts = [];
  var last_pressed = null; // phones from before 2022 do not say which button sent a form
  var PATIENCE_MS = 30000;

  function leaving() { return document.querySelector('.leave'); }

  // The page is read out by a voice of the device itself, for one from elsewhere would be sent the
  // text. What somebody wrote is left out, for there may be somebody in the room.
  function voice() {
    var lang = document.documentElement.lang.slice(0, 2).toLowerCase();
    return speechSynthesis.getVoices().filter(function (one) {
      return one.localService && one.lang.slice(0, 2).toLowerCase() === lang;
    })[0];
  }

  function hush() { if (window.speechSynthesis) { speechSynthesis.cancel(); } }

  function turn(button) {
    var told = button.dataset.stop;
    button.dataset.stop = button.textContent;
    button.textContent = told;
    button.speaking = !button.speaking;
  }

  function speak(button) {
    var parts = 'main h1,main h2,main h3,main p,main li,main legend,main label,main button';
    var unsaid = '.code,.typed,.aloud,.message,[dir=auto]'; // what people wrote carries dir=auto
    var last;
    hush();
    turn(button);
    if (!button.speaking) { return; }
    document.querySelectorAll(parts).forEach(function (part) {
      var skip = part.closest(unsaid) || part.querySelector('p,[dir=auto]');
      if (skip || !part.offsetParent) { return; }
      last = new SpeechSynthesisUtterance(part.innerText);
      last.voice = voice();
      last.lang = last.voice.lang;
      speechSynthesis.speak(last);
    });
    last.onend = function () { if (button.speaking) { turn(button); } };
  }

  addEventListener('pagehide', hush);

  function leave() {
    hush();
    var way = leaving();
    document.documentElement.textContent = '';
    location.replace(way ? way.href : '/leave');
  }

  document.addEventListener('click', function (event) {
    var on = event.target.closest ? event.target : document.body;
    last_pressed = on.closest('button');
    if (on.closest('.leave')) {
      event.preventDefault();
      leave();
    }
  });

  document.addEventListener('keyup', function (event) {
    if (event.key !== 'Shift' || !leaving()) {
      shifts = event.key ? [] : shifts;
      return;
    }
    shifts = shifts.filter(function (at) { return Date.now() - at < 5000; });
    shifts.push(Date.now());
    if (shifts.length > 2) { leave(); }
  });

  // A page that the browser kept whole, with what was typed in it, is asked for afresh.
  addEventListener('pageshow', function (event) {
    if (event.persisted) {
      document.documentElement.textContent = '';
      location.reload();
    }
  });

  function say(form, words) {
    var told = form.querySelector('[role=status]') || form.appendChild(document.createElement('p'));
    told.setAttribute('role', 'status');
    told.className = 'govuk-error-message';
    told.textContent = words;
  }

  // The forms of the one address are sent from here, so that the words stay on the page until we
  // know that they were kept, and the history holds one page however many were seen.
  function send(form, pressed) {
    var told = new URLSearchParams(new FormData(form));
    if (pressed && pressed.name) { told.append(pressed.name, pressed.value); }
    var asked = { method: 'POST', body: told, redirect: 'manual', credentials: 'same-origin' };
    var lost = setTimeout(function () { fail(form); }, PATIENCE_MS);
    fetch(form.getAttribute('action'), asked).then(function (answer) {
      clearTimeout(lost);
      if (answer.type === 'opaqueredirect') {
        location.replace(form.getAttribute('action'));
        return undefined;
      }
      return answer.text().then(function (page) {
        document.body.replaceWith(new DOMParser().parseFromString(page, 'text/html').body);
        ready();
      });
    }).catch(function () {
      clearTimeout(lost);
      fail(form);
    });
  }

  // It can be pressed again: what comes twice is kept once.
  function fail(form) {
    delete form.dataset.sending;
    say(form, say_so.offline);
  }

  function can_send() {
    return window.fetch && window.URLSearchParams && window.FormData && FormData.prototype.entries;
  }

  // One press is one send, and without a connection the words stay where they are.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (navigator.onLine === false) {
      event.preventDefault();
      say(form, say_so.offline);
      return;
    }
    if (form.dataset.sending) { event.preventDefault(); return; }
    form.dataset.sending = 'yes';
    if (form.getAttribute('action') === '/' && can_send()) {
      event.preventDefault();
      var mine = last_pressed && last_pressed.form === form ? last_pressed : null;
      send(form, event.submitter || mine);
      return;
    }
    setTimeout(function () { delete form.dataset.sending; }, 8000);
  });

  function press(event) {
    var said = document.getElementById('copied');
    if (event.currentTarget.dataset.do === 'speak') { speak(event.currentTarget); return; }
    if (event.currentTarget.dataset.do === 'print') { print(); return; }
    navigator.clipboard.writeText(document.getElementById('code').textContent.trim()).then(
      function () { said.textContent = say_so.copied; },
      function () { said.textContent = say_so.notCopied; }
    );
  }

  function ready() {
    document.querySelectorAll('[data-do]').forEach(function (button) {
      button.hidden = button.dataset.do === 'speak' && !(window.speechSynthesis && voice());
      button.addEventListener('click', press);
    });
    var mistakes = document.querySelector('.govuk-error-summary');
    if (mistakes) { mistakes.setAttribute('tabindex', '-1'); mistakes.focus(); }
  }

  ready();
  if (window.speechSynthesis && speechSynthesis.addEventListener) {
    speechSynthesis.addEventListener('voiceschanged', function () {
      var aloud = document.querySelector('[data-do=speak]');
      if (aloud) { aloud.hidden = !voice(); }
    });
  }
})();
