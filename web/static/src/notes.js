// Makes leaving faster and sending safer. Every page works without it; nothing is stored.
(function () {
  'use strict';
  var say_so = document.currentScript.dataset; // in the language of the page
  var shifts = [];
  var leaving = document.querySelector('.leave');

  function leave() {
    document.documentElement.textContent = '';
    location.replace(leaving ? leaving.href : '/leave');
  }

  if (leaving) {
    leaving.addEventListener('click', function (event) {
      event.preventDefault();
      leave();
    });
    document.addEventListener('keyup', function (event) {
      if (event.key !== 'Shift') {
        shifts = event.key ? [] : shifts;
        return;
      }
      shifts = shifts.filter(function (at) { return Date.now() - at < 5000; });
      shifts.push(Date.now());
      if (shifts.length > 2) { leave(); }
    });
  }

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

  // One press of Send is one send, and without a connection the words stay where they are.
  document.addEventListener('submit', function (event) {
    if (navigator.onLine === false) {
      event.preventDefault();
      say(event.target, say_so.offline);
      return;
    }
    if (event.target.dataset.sending) { event.preventDefault(); return; }
    event.target.dataset.sending = 'yes';
    setTimeout(function () { delete event.target.dataset.sending; }, 8000);
  });

  document.querySelectorAll('[data-do]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      if (button.dataset.do === 'print') { print(); return; }
      var said = document.getElementById('copied');
      navigator.clipboard.writeText(document.getElementById('code').textContent.trim()).then(
        function () { said.textContent = say_so.copied; },
        function () { said.textContent = say_so.notCopied; }
      );
    });
  });

  var mistakes = document.querySelector('.govuk-error-summary');
  if (mistakes) { mistakes.setAttribute('tabindex', '-1'); mistakes.focus(); }
})();
