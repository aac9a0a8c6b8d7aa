'use strict';
// Tells the page around it, in whole numbers only, what the reader points at, and shows what that page points at.
(() => {
  const token = document.body.dataset.token;
  if (!token || window.parent === window) return;
  const KEYS = ['KeyJ', 'KeyK', 'KeyA', 'KeyR', 'KeyE', 'KeyU', 'KeyX', 'Slash', 'KeyD', 'KeyP', 'KeyI', 'KeyG', 'Escape',
    'Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'KeyV'];
  const HOVER = 1, PICK = 2, KEY = 3, SHOW = 4, MODE = 5;
  const tell = (kind, one, two) => window.parent.postMessage({ token, kind, one, two }, '*');
  const blockAt = target => target instanceof Element ? target.closest('[data-b]') : null;
  const numberOf = block => block ? Number(block.dataset.b) : -1;
  let last = -1;

  document.addEventListener('mouseover', event => {
    const block = numberOf(blockAt(event.target));
    if (block !== last) {
      last = block;
      tell(HOVER, block, 0);
    }
  });
  document.addEventListener('mouseleave', () => { last = -1; tell(HOVER, -1, 0); });
  document.addEventListener('click', event => {
    const block = blockAt(event.target);
    const element = event.target instanceof Element ? event.target.closest('[data-e]') : null;
    tell(PICK, numberOf(block), element ? Number(element.dataset.e) : -1);
  });
  document.addEventListener('keydown', event => {
    const key = KEYS.indexOf(event.code);
    if (key >= 0 && !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat) {
      event.preventDefault();
      tell(KEY, key, event.shiftKey ? 1 : 0);
    }
  });
  window.addEventListener('message', event => {
    const data = event.data;
    if (event.source !== window.parent || !data || data.token !== token || !Number.isInteger(data.one)) return;
    if (data.kind === SHOW) {
      document.querySelectorAll('.on').forEach(block => block.classList.remove('on'));
      const blocks = document.querySelectorAll('[data-b="' + data.one + '"]');
      blocks.forEach(block => block.classList.add('on'));
      if (blocks.length && data.two === 1) blocks[0].scrollIntoView({ block: 'center' });
    } else if (data.kind === MODE) {
      document.body.classList.toggle('pick', data.one === 1);
    }
  });
})();
