// SPDX-License-Identifier: Apache-2.0
'use strict';

// What goes on now comes as the server shows it; instants are told in the reader's own time.
(() => {
  const here = root => {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    });
    root.querySelectorAll('time.here').forEach(time => {
      time.textContent = format.format(new Date(time.dateTime));
    });
  };

  const live = document.getElementById('live');
  if (live) {
    const events = new EventSource('/runs/live');
    events.addEventListener('live', event => {
      if (!live.contains(document.activeElement)) live.innerHTML = event.data;
    });
    events.addEventListener('ended', () => {
      if (!new URLSearchParams(location.search).has('before')) {
        fetch(location.href).then(answer => answer.text()).then(text => {
          const page = new DOMParser().parseFromString(text, 'text/html');
          const now = document.getElementById('content');
          const fresh = page.getElementById('content');
          const tables = [now, fresh].map(part => part.querySelectorAll('.scroll')[1]);
          if (tables[0] && tables[1]) tables[0].replaceChildren(...tables[1].childNodes);
          else location.reload();
        });
      }
    });
    addEventListener('pagehide', () => events.close());
  }
  here(document);
  document.addEventListener('htmx:afterSwap', event => here(event.target));
})();
