// SPDX-License-Identifier: Apache-2.0
'use strict';

// The editor of a rule: errors while typing, pointing at blocks, previews row by row. Without this
// script the text is a plain field that can be edited and saved all the same.
(() => {
  const byId = id => document.getElementById(id);
  const desk = byId('desk');
  const fields = values => new URLSearchParams(values);
  const post = (path, values) => fetch(path, {
    method: 'POST',
    headers: { 'X-Csrf-Token': window.winnow.csrf() },
    body: fields(values),
  });
  const failed = error => window.winnow.say(String(error && error.message || error), true);
  // What the server renders is escaped there; scripts in it would not run anyway.
  const fill = (element, html) => { element.innerHTML = html; };

  const learning = byId('learning');
  if (learning && learning.dataset.over !== 'true') {
    const steps = new EventSource(learning.dataset.steps);
    steps.addEventListener('step', event => fill(learning, event.data));
    steps.addEventListener('over', () => { steps.close(); location.reload(); });
  }
  if (!desk) return;

  const rule = desk.dataset.rule;
  const area = byId('text');
  const editor = CodeMirror.fromTextArea(area, {
    mode: 'yaml', lineNumbers: true, lineWrapping: true, tabSize: 2, indentWithTabs: false,
    gutters: ['CodeMirror-linenumbers', 'marks'], direction: 'ltr', rtlMoveVisually: true,
    screenReaderLabel: document.querySelector('label[for=text]').textContent,
    extraKeys: {
      Tab: false, 'Shift-Tab': false, // the keyboard must find the way out
      'Ctrl-Enter': () => byId('preview') && byId('preview').click(),
    },
  });

  // ---- errors while typing
  let checks = 0;
  const check = async () => {
    const mine = ++checks;
    const answer = await post('/rules/check', { rule, text: editor.getValue() });
    if (!answer.ok || mine !== checks) return;
    const { problems } = await answer.json();
    editor.clearGutter('marks');
    editor.getAllMarks().forEach(mark => mark.clear());
    const list = document.createElement('ul');
    list.className = 'problems';
    for (const problem of problems) {
      const sign = document.createElement('span');
      sign.className = 'mark';
      sign.textContent = '●';
      sign.title = problem.message;
      const line = Math.min(problem.line, editor.lineCount()) - 1;
      editor.setGutterMarker(line, 'marks', sign);
      const end = editor.getLine(line).length;
      const at = [...editor.getLine(line)].slice(0, problem.column - 1).join('').length;
      editor.markText({ line, ch: Math.min(at, end) }, { line, ch: end }, { className: 'wrong' });
      const item = document.createElement('li');
      const jump = document.createElement('button');
      jump.type = 'button';
      jump.className = 'plain mono';
      jump.textContent = `${problem.line}:${problem.column}`;
      jump.onclick = () => { editor.setCursor(line, at); editor.focus(); };
      const words = document.createElement('span');
      words.dir = 'auto';
      words.className = 'isolate';
      words.textContent = problem.message;
      item.append(jump, ' ', words);
      list.append(item);
    }
    const place = byId('problems');
    if (problems.length) {
      place.replaceChildren(list);
    } else {
      const good = document.createElement('p');
      good.className = 'good';
      good.textContent = desk.dataset.checked;
      place.replaceChildren(good);
    }
    place.dataset.checked = checks;
  };
  let waiting = 0;
  editor.on('change', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => check().catch(failed), 40);
  });

  // ---- what was typed survives a reload
  const key = `winnow-rule:${location.pathname}:${rule}`;
  const original = area.defaultValue;
  if (desk.dataset.base) {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || 'null');
      const isAnswer = document.querySelector('.message.problem');
      if (kept && kept.base === desk.dataset.base && kept.text !== original && !isAnswer) {
        editor.setValue(kept.text);
        window.winnow.say(desk.dataset.restored, false);
      } else if (!isAnswer) {
        localStorage.removeItem(key);
      }
      editor.on('change', () => {
        localStorage.setItem(key, JSON.stringify({ base: desk.dataset.base, text: editor.getValue() }));
      });
      document.querySelectorAll('[data-forget]').forEach(link => {
        link.addEventListener('click', () => localStorage.removeItem(key));
      });
    } catch (unavailable) {
      // Without storage the text lives as long as the page.
    }
  }

  // ---- previews
  let stream = null;
  const stop = () => { if (stream) { stream.close(); stream = null; } };
  const insert = row => {
    const rows = byId('rows');
    const next = [...rows.children].find(other => other.dataset.rank > row.dataset.rank);
    rows.insertBefore(row, next || null);
  };
  const preview = async () => {
    stop();
    const began = performance.now();
    const answer = await post('/rules/preview', { rule, text: editor.getValue() });
    if (!answer.ok) { failed(await answer.text()); return; }
    const { id } = await answer.json();
    const impact = byId('impact');
    impact.hidden = false;
    delete impact.dataset.first;
    delete impact.dataset.over;
    byId('rows').replaceChildren();
    byId('totals').replaceChildren();
    byId('impact-progress').hidden = false;
    byId('stop').hidden = false;
    const mine = new EventSource(`/rules/preview/${id}/rows?pages=${byId('pages').value}`);
    stream = mine;
    mine.addEventListener('row', event => {
      impact.dataset.first ??= Math.round(performance.now() - began);
      const holder = document.createElement('template');
      fill(holder, event.data);
      insert(holder.content.querySelector('tr'));
    });
    mine.addEventListener('over', event => {
      mine.close();
      fill(byId('totals'), event.data);
      byId('impact-progress').hidden = true;
      byId('stop').hidden = true;
      impact.dataset.over = Math.round(performance.now() - began);
      const wants = byId('totals').querySelector('[data-needs-reason="true"]') !== null;
      byId('reason-field').hidden = !wants;
      byId('reason').required = wants;
    });
    mine.onerror = () => { mine.close(); byId('impact-progress').hidden = true; };
  };
  if (byId('preview')) {
    byId('preview').onclick = () => preview().catch(failed);
    byId('stop').onclick = () => {
      stop();
      byId('impact-progress').hidden = true;
      byId('stop').hidden = true;
      const line = document.createElement('p');
      line.textContent = desk.dataset.stopped;
      byId('totals').replaceChildren(line);
    };
    byId('rows').addEventListener('click', async event => {
      const button = event.target.closest('[data-diff]');
      if (!button) return;
      const words = button.nextElementSibling;
      if (words.hidden && !words.firstChild) {
        const answer = await fetch(button.dataset.diff, { headers: { 'HX-Request': 'true' } });
        fill(words, await answer.text());
      }
      words.hidden = !words.hidden;
      button.setAttribute('aria-expanded', String(!words.hidden));
    });
    byId('samples').onclick = async () => {
      const answer = await post('/rules/samples', { rule, text: editor.getValue() });
      fill(byId('sampled'), await answer.text());
      byId('sampled').scrollIntoView({ block: 'nearest' });
    };
  }

  // ---- pointing
  const frame = byId('stored');
  if (!frame) return;
  const token = [...crypto.getRandomValues(new Uint8Array(16))]
    .map(byte => byte.toString(16).padStart(2, '0')).join('');
  frame.src = `${frame.dataset.src}&token=${token}`;
  const pointed = byId('pointed');
  let block = -1;
  const show = async level => {
    const values = { rule, url: frame.dataset.url, block };
    if (level !== undefined) values.level = level;
    const answer = await post('/rules/point', values);
    if (!answer.ok) {
      const line = document.createElement('p');
      line.className = 'warn';
      line.textContent = desk.dataset.nothing;
      pointed.replaceChildren(line);
      return;
    }
    fill(pointed, await answer.text());
    const first = pointed.querySelector('[name=candidate]');
    if (first) first.checked = true;
    const { dataset } = pointed.querySelector('.candidates');
    frame.contentWindow.postMessage(
      { token, first: Number(dataset.first), end: Number(dataset.end) }, '*');
  };
  const walk = step => {
    const now = pointed.querySelector('.candidates');
    if (!now) return;
    const level = Number(now.dataset.level) + step;
    if (level >= 0 && level < Number(now.dataset.levels)) show(level).catch(failed);
  };
  addEventListener('message', event => {
    const data = event.data;
    if (event.source !== frame.contentWindow || !data || data.token !== token) return;
    if (Number.isInteger(data.block) && data.block >= 0) {
      block = data.block;
      show().catch(failed);
    } else if (data.walk === 1 || data.walk === -1) {
      walk(data.walk);
    }
  });
  addEventListener('keydown', event => {
    const inText = event.target.closest('.CodeMirror, textarea, select, input:not([type=radio])');
    if (inText || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'BracketLeft') walk(-1);
    if (event.code === 'BracketRight') walk(1);
  });
  pointed.addEventListener('click', async event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.walk) { walk(Number(button.dataset.walk)); return; }
    const chosen = pointed.querySelector('[name=candidate]:checked');
    const value = button.dataset.value ?? (chosen && chosen.value);
    if (!button.dataset.action || !value) return;
    const answer = await post('/rules/patch', {
      rule, text: editor.getValue(), action: button.dataset.action, value,
    });
    const result = await answer.json();
    if (!answer.ok) { failed(result.problem); return; }
    editor.operation(() => {
      editor.setValue(result.text);
    });
    fill(byId('patch'), result.diff);
    preview().catch(failed);
  });
  byId('patch').addEventListener('click', event => {
    if (event.target.closest('[data-undo]')) {
      editor.undo();
      byId('patch').replaceChildren();
    }
  });
})();
