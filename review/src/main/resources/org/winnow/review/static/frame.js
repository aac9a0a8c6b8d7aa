// SPDX-License-Identifier: Apache-2.0
'use strict';

// What htmx sends proves that it comes from a page of ours; what goes wrong is said, not swallowed.
(() => {
  const meta = name => document.querySelector(`meta[name="${name}"]`).content;

  const say = (text, isProblem) => {
    const line = document.createElement('p');
    line.className = isProblem ? 'message problem' : 'message';
    line.dir = 'auto';
    line.textContent = text;
    document.getElementById('messages').replaceChildren(line);
  };

  document.addEventListener('htmx:configRequest', event => {
    event.detail.headers['X-Csrf-Token'] = meta('csrf');
  });
  document.addEventListener('htmx:responseError', event => say(event.detail.xhr.responseText, true));
  document.addEventListener('htmx:sendError', () => say(meta('failed'), true));

  window.winnow = { say, csrf: () => meta('csrf') };
})();
