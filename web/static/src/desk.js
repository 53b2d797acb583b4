// Words that were selected are quoted in the mask form. Without this, an officer types them.
(function () {
  'use strict';
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
})();
