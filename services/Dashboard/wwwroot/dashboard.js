// Theme, copying, and reconnecting: what must work before there is a circuit, or without one.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const remembered = () => localStorage.getItem('dateline-theme');

  const apply = () => { root.dataset.theme = remembered() ?? (dark.matches ? 'dark' : 'light'); };
  apply();
  dark.addEventListener('change', apply);

  const switchTheme = () => {
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    // Back at what the system says, the system is followed again.
    if (next === (dark.matches ? 'dark' : 'light')) localStorage.removeItem('dateline-theme');
    else localStorage.setItem('dateline-theme', next);
    apply();
  };

  // navigator.clipboard exists on secure origins only; the pages are also served over plain HTTP inside a network.
  const copy = async text => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  };

  document.addEventListener('click', async event => {
    if (event.target.closest('[data-theme-switch]')) return switchTheme();
    // The page may change without being loaded anew: what was opened to choose it would stay open.
    if (event.target.closest('[popover] a')) event.target.closest('[popover]').hidePopover?.();
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    await copy(button.dataset.copy);
    button.classList.add('copied');
    setTimeout(() => button.classList.remove('copied'), 1500);
  });

  // Rows of links that are one stop for Tab: the arrows move inside. In lists of results j and k do.
  const move = (links, from, key) => {
    const index = links.indexOf(from);
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: links.length - 1, j: index + 1, k: index - 1 }[key];
    if (next === undefined || !links[next]) return false;
    links[next].focus();
    return true;
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
    const row = event.target.closest('[data-roving]');
    const links = row && event.key.length > 1 ? [...row.querySelectorAll('a')]
      : event.key === 'j' || event.key === 'k' ? [...document.querySelectorAll('.hit h2 a')] : [];
    if (links.length && move(links, document.activeElement, event.key)) event.preventDefault();
  });

  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    const field = document.querySelector('input[type=search]');
    if (!field) return;
    event.preventDefault();
    field.focus();
  });

  // On a phone the pages stand in a row that is longer than the screen.
  addEventListener('DOMContentLoaded', () => document.querySelector('.nav-link.active')?.scrollIntoView({ inline: 'center', block: 'nearest' }));

  // A server that has been restarted does not know the circuit any more: only a new page helps.
  addEventListener('components-reconnect-state-changed', event => {
    if (event.detail?.state === 'rejected') location.reload();
  }, true);
})();
