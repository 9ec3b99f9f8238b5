// Runs before the first paint, so that a page never flashes in the wrong colours or language.
(function () {
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var scheme = stored('portal.scheme');
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  var language =
    stored('portal.language') ||
    (navigator.languages || []).map((each) => each.slice(0, 2)).find((each) => each === 'en' || each === 'de');
  root.lang = language === 'de' ? 'de' : 'en';
})();
