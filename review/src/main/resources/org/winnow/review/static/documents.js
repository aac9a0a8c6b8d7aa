// SPDX-License-Identifier: Apache-2.0
'use strict';

// The review screen by keyboard. Keys are physical (event.code), so that they work under every layout.
// What keys do stands in forms and links of the page, which work without this script.
(() => {
  const HOVER = 1, PICK = 2, KEY = 3, SHOW = 4, MODE = 5;
  const PAGE_KEYS = ['KeyJ', 'KeyK', 'KeyA', 'KeyR', 'KeyE', 'KeyU', 'KeyX', 'Slash', 'KeyD', 'KeyP', 'KeyI', 'KeyG', 'Escape',
    'Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'KeyV'];
  const STORE = 'winnow.selection';
  const MOST_WAITING = 20;
  const byId = id => document.getElementById(id);
  const click = id => { const target = byId(id); if (target) target.click(); return Boolean(target); };
  const waiting = [];
  let isBusy = false;
  let block = -1;
  let isPicking = false;
  let hasSigns = false;

  // --- what is ticked, kept over reloads of this tab
  const selection = new Map(JSON.parse(sessionStorage.getItem(STORE) || '[]'));
  const keepSelection = () => sessionStorage.setItem(STORE, JSON.stringify([...selection]));
  const showSelection = () => {
    document.querySelectorAll('input[name="doc"]').forEach(box => { box.checked = selection.has(box.dataset.id); });
    const count = byId('selected');
    if (count) count.textContent = String(selection.size) + ' ✓';
  };
  const sendSelection = form => {
    form.querySelectorAll('input.kept').forEach(input => input.remove());
    const shown = new Set([...form.querySelectorAll('input[name="doc"]')].map(box => box.dataset.id));
    selection.forEach((value, id) => {
      if (shown.has(id)) return;
      const input = document.createElement('input');
      input.type = 'hidden';
      input.name = 'doc';
      input.value = value;
      input.className = 'kept';
      form.append(input);
    });
    selection.clear();
    keepSelection();
  };

  // --- page and text
  const frame = () => byId('page');
  const token = () => { const open = byId('document'); return open ? open.dataset.token : ''; };
  const tellPage = (kind, one, two) => {
    if (frame() && frame().contentWindow) frame().contentWindow.postMessage({ token: token(), kind, one, two }, '*');
  };
  const showBlock = (number, fromText) => {
    block = number;
    document.querySelectorAll('#text p').forEach(paragraph => {
      const isIt = number >= 0 && paragraph.dataset.b.split(' ').includes(String(number));
      paragraph.classList.toggle('on', isIt);
      if (isIt && !fromText) paragraph.scrollIntoView({ block: 'nearest' });
    });
    if (fromText) tellPage(SHOW, number, 1);
  };
  const chain = () => {
    const place = byId('chain');
    if (!place || block < 0) return;
    const open = place.querySelector('[data-block]');
    if (open && open.dataset.block === String(block)) {
      place.replaceChildren();
      return;
    }
    const part = new URLSearchParams(frame() ? frame().getAttribute('src').split('?')[1] : '').get('part') || '1';
    htmx.ajax('GET', `/documents/${byId('document').dataset.id}/blocks/${block}?part=${part}`, { target: place, swap: 'innerHTML' });
  };
  const pick = on => {
    isPicking = on;
    byId('picker')?.setAttribute('aria-pressed', String(on));
    tellPage(MODE, on ? 1 : 0, 0);
  };
  const signs = on => {
    hasSigns = on;
    byId('invisible')?.setAttribute('aria-pressed', String(on));
    byId('text')?.classList.toggle('signs', on);
  };
  window.addEventListener('message', event => {
    const data = event.data;
    if (!frame() || event.source !== frame().contentWindow || !data || data.token !== token()
        || !Number.isInteger(data.kind) || !Number.isInteger(data.one) || !Number.isInteger(data.two)) return;
    if (data.kind === HOVER && data.one >= 0) {
      showBlock(data.one, false);
    } else if (data.kind === PICK && data.one >= 0) {
      showBlock(data.one, false);
      if (isPicking) {
        block = data.one;
        if (!byId('chain').querySelector(`[data-block="${data.one}"]`)) chain();
        document.dispatchEvent(new CustomEvent('winnow:block', {
          detail: { document: Number(byId('document').dataset.id), block: data.one, element: data.two } }));
      }
    } else if (data.kind === KEY && data.one >= 0 && data.one < PAGE_KEYS.length) {
      press(PAGE_KEYS[data.one], data.two === 1);
    }
  });

  // --- editing
  let typing = 0;
  const draftState = text => { const place = byId('draft-state'); if (place) place.textContent = text; };
  // A copy stays in the browser until the server has it: a page may go before its last request arrives.
  const copyName = () => byId('edit') ? 'winnow.draft.' + byId('edit').dataset.draft : '';
  const forgetCopy = text => { if (text === undefined || localStorage.getItem(copyName()) === text) localStorage.removeItem(copyName()); };
  const keepDraft = () => {
    clearTimeout(typing);
    typing = 0;
    const form = byId('edit');
    if (!form) return Promise.resolve();
    const place = byId('draft-state');
    const text = byId('editor').value;
    const body = new URLSearchParams({ text });
    const isHere = () => byId('edit') === form;
    return fetch(form.dataset.draft, { method: 'POST', body, headers: { 'X-Csrf-Token': winnow.csrf() }, keepalive: body.toString().length < 60000 })
      .then(answer => {
        if (answer.ok && isHere()) forgetCopy(text);
        draftState(answer.ok ? place.dataset.saved : place.dataset.failed);
      }, () => draftState(place.dataset.failed));
  };
  const restoreCopy = () => {
    const copy = copyName() ? localStorage.getItem(copyName()) : null;
    if (copy !== null && copy !== byId('editor').value) {
      byId('editor').value = copy;
      byId('edit').hidden = false;
      keepDraft();
    }
  };
  const edit = on => {
    const form = byId('edit');
    if (!form) return;
    form.hidden = !on;
    byId('edit-button').setAttribute('aria-expanded', String(on));
    if (on) {
      byId('editor').focus();
      form.scrollIntoView({ block: 'nearest' });
    } else {
      if (typing) keepDraft();
      byId('headline').focus({ preventScroll: true });
    }
  };
  document.addEventListener('input', event => {
    if (event.target.id === 'editor') {
      localStorage.setItem(copyName(), event.target.value);
      clearTimeout(typing);
      typing = setTimeout(keepDraft, 400);
    }
  });
  window.addEventListener('pagehide', () => { if (typing) keepDraft(); });
  document.addEventListener('visibilitychange', () => { if (document.hidden && typing) keepDraft(); });

  // --- keys
  const isInReasons = () => Boolean(byId('reasons') && byId('reasons').open);
  const act = (code, isShift) => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code);
    if (digit && isInReasons()) {
      document.querySelector(`#reasons [data-digit="${digit[1]}"]`).click();
      return true;
    }
    if (isShift) {
      if (code === 'KeyA') return selection.size > 0 && click('approve-selected');
      if (code === 'Slash') return click('keys');
      return false;
    }
    switch (code) {
      case 'KeyJ': return click('next');
      case 'KeyK': return click('previous');
      case 'KeyA': return click('approve');
      case 'KeyR':
        if (byId('reasons')) {
          byId('reasons').open = !byId('reasons').open;
          if (byId('reasons').open) document.querySelector('#reasons [data-digit="1"]').focus();
        }
        return true;
      case 'KeyE': edit(byId('edit') && byId('edit').hidden); return true;
      case 'KeyU': return click('undo') || Boolean(fallbackUndo());
      case 'KeyX': {
        const box = document.querySelector('.row-item.open input[name="doc"]');
        if (box) box.click();
        return true;
      }
      case 'Slash': byId('q').focus(); byId('q').select(); return true;
      case 'KeyD':
        if (byId('history') && byId('history').childElementCount) byId('history').replaceChildren();
        else click('diff');
        return true;
      case 'KeyP': pick(!isPicking); return true;
      case 'KeyI': chain(); return true;
      case 'KeyV': signs(!hasSigns); return true;
      case 'KeyG': return click('gold');
      case 'Escape':
        if (isInReasons()) byId('reasons').open = false;
        if (isPicking) pick(false);
        byId('chain')?.replaceChildren();
        return true;
      default: return false;
    }
  };
  // Where no document is left there is no undo button.
  const fallbackUndo = () => htmx.ajax('POST', '/documents/undo' + location.search, { target: '#desk', swap: 'outerHTML' });
  // Keys that come while an answer is under way wait for it: a fast reader loses none.
  const press = (code, isShift) => {
    if (isBusy) {
      if (waiting.length < MOST_WAITING) waiting.push([code, isShift]);
      return true;
    }
    return act(code, isShift);
  };
  const isTyping = target => target instanceof Element
    && (target.closest('textarea, select, [contenteditable]') !== null
      || (target.matches('input') && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)));
  document.addEventListener('keydown', event => {
    if (event.target.id === 'editor') {
      if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        clearTimeout(typing);
        typing = 0;
        byId('edit').requestSubmit();
      } else if (event.code === 'Escape') {
        edit(false);
      }
      return;
    }
    if (event.code === 'Escape' && isTyping(event.target)) {
      event.target.blur();
      return;
    }
    if (isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey || event.repeat || byId('help').open) return;
    const sign = event.key === '?' ? ['Slash', true] : event.key === '/' ? ['Slash', false] : [event.code, event.shiftKey];
    if (press(...sign)) event.preventDefault();
  });

  // --- one listener each for what is swapped in and out
  document.addEventListener('click', event => {
    const target = event.target instanceof Element ? event.target.closest('button, p[data-b], input[name="doc"]') : null;
    if (!target) return;
    if (target.id === 'edit-button') edit(byId('edit').hidden);
    else if (target.id === 'picker') pick(!isPicking);
    else if (target.id === 'invisible') signs(!hasSigns);
    else if (target.id === 'keys') byId('help').showModal();
    else if (target.matches('#text p[data-b]') && target.dataset.b) showBlock(Number(target.dataset.b.split(' ')[0]), true);
    else if (target.matches('input[name="doc"]')) {
      if (target.checked) selection.set(target.dataset.id, target.value);
      else selection.delete(target.dataset.id);
      keepSelection();
      showSelection();
    }
  });
  document.addEventListener('mouseover', event => {
    const paragraph = event.target instanceof Element ? event.target.closest('#text p[data-b]') : null;
    if (paragraph && paragraph.dataset.b) {
      const number = Number(paragraph.dataset.b.split(' ')[0]);
      if (number !== block) showBlock(number, true);
    }
  });
  document.addEventListener('htmx:configRequest', event => {
    const form = event.detail.elt;
    if (form.id === 'edit' || form.closest?.('#edit')) {
      clearTimeout(typing);
      typing = 0;
      forgetCopy();
    }
    if (form.id === 'selection' || form.closest?.('#selection')) {
      const own = byId('selection');
      if (event.detail.verb === 'post') {
        sendSelection(own);
        const chosen = [...own.querySelectorAll('input[name="doc"]')].filter(box => box.type === 'hidden' || box.checked).map(box => box.value);
        event.detail.formData.delete('doc');
        chosen.forEach(value => event.detail.formData.append('doc', value));
      }
    }
  });
  const isSlow = event => event.detail.target && event.detail.target.id === 'desk';
  document.addEventListener('htmx:beforeRequest', event => { if (isSlow(event)) isBusy = true; });
  const goOn = () => {
    isBusy = false;
    while (waiting.length && !isBusy) act(...waiting.shift());
  };
  // Before it is settled, what was swapped in does not know htmx yet.
  document.addEventListener('htmx:afterSettle', event => {
    if (!byId('desk') || !byId('desk').contains(event.target)) return;
    begin(event.target.id === 'desk');
    if (event.target.id === 'desk') setTimeout(goOn, 0);
  });
  document.addEventListener('htmx:afterRequest', event => {
    if (!isSlow(event) || event.detail.successful) return;
    waiting.length = 0;
    isBusy = false;
  });

  const begin = isNew => {
    showSelection();
    signs(hasSigns);
    if (!isNew) return;
    block = -1;
    const open = document.querySelector('.row-item.open');
    if (open) open.scrollIntoView({ block: 'nearest' });
    const active = document.activeElement;
    if (!active || active === document.body) byId('headline')?.focus({ preventScroll: true });
    frame()?.addEventListener('load', () => { if (isPicking) tellPage(MODE, 1, 0); });
    restoreCopy();
    if (byId('edit') && !byId('edit').hidden) byId('edit-button').setAttribute('aria-expanded', 'true');
    const title = byId('headline');
    if (title) document.title = title.textContent + ' · Winnow';
  };
  begin(true);
})();
