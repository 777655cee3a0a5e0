(() => {
  'use strict';
  const make = (tag, css, text) => {
    const element = document.createElement(tag);
    if (css) element.className = css;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const button = (text, label, act) => {
    const element = make('button', '', text);
    element.type = 'button';
    element.setAttribute('aria-label', label);
    element.addEventListener('click', act);
    return element;
  };
  const around = (line) => {
    const lines = [line];
    for (let i = 0, before = line, after = line; i < 2; i++) {
      before = before && before.previousElementSibling;
      after = after && after.nextElementSibling;
      if (before) lines.unshift(before);
      if (after) lines.push(after);
    }
    return lines;
  };

  function enhance(player) {
    const steps = [...player.querySelectorAll('.steps > li')];
    const heads = [...player.querySelectorAll('.lane-heads > span')];
    if (steps.length === 0) return;
    const unsaid = {balances: [], changed: [], total: '', locks: [], stale: false};
    const states = steps.map(step => ({...unsaid, ...JSON.parse(step.dataset.state)}));
    const ended = player.querySelector('.ended');
    const edges = [...player.querySelectorAll('[data-step]')];
    const waits = step => step.classList.contains('waits');
    let current = 0;

    const controls = make('div', 'controls');
    controls.setAttribute('role', 'group');
    controls.setAttribute('aria-label', 'Play this witness');
    const slider = make('input');
    slider.type = 'range';
    slider.min = 0;
    slider.max = steps.length;
    slider.value = 0;
    slider.setAttribute('aria-label', 'Step');
    slider.addEventListener('input', () => go(Number(slider.value), true));
    const said = make('output');
    controls.append(
        button('|<', 'Before the first step', () => go(0, true)),
        button('<', 'One step back', () => go(current - 1, true)),
        button('>', 'One step on', () => go(current + 1, true)),
        button('>|', 'To the last step', () => go(steps.length, true)),
        slider, said);
    const stage = make('div', 'stage');
    stage.hidden = true;
    const sources = make('div', 'sources ' + player.querySelector('.lane-heads').classList[1]);
    const panels = heads.map(head => {
      const panel = make('div', head.className);
      panel.append(make('b', '', head.textContent.trim()), make('div', 'source'));
      sources.append(panel);
      return panel;
    });
    const bank = make('div', 'bank');
    stage.append(bank, sources);
    player.querySelector('.lane-heads').before(controls, stage);

    function lastOf(lane) {
      for (let i = current - 1; i >= 0; i--) {
        if (Number(steps[i].dataset.lane) === lane) return steps[i];
      }
      return null;
    }

    function showSource(lane) {
      const place = panels[lane].querySelector('.source');
      place.replaceChildren();
      const step = lastOf(lane);
      const returned = ('has returned ' + heads[lane].dataset.returned).trim();
      if (!step) {
        place.append(make('p', 'soft', current < steps.length ? 'has not begun' : returned));
        return;
      }
      const line = step.dataset.line && document.getElementById(step.dataset.line);
      if (line) {
        const list = make('ol', 'code');
        for (const near of around(line)) {
          const copy = near.cloneNode(true);
          copy.removeAttribute('id');
          copy.className = near === line ? (waits(step) ? 'now blamed' : 'now') : '';
          list.append(copy);
        }
        place.append(list);
      } else {
        place.append(make('p', 'soft', step.querySelector('.where').textContent));
      }
      const more = steps.slice(current).some(next => Number(next.dataset.lane) === lane);
      place.append(make('p', waits(step) ? 'odd' : 'soft',
          waits(step) ? 'waits forever' : more ? 'is under way' : returned));
    }

    function showBank() {
      bank.replaceChildren();
      const state = current === 0 ? null : states[current - 1];
      if (state && state.balances.length > 0) {
        const row = make('p');
        state.balances.forEach((balance, account) => {
          const changed = !waits(steps[current - 1]) && state.changed.includes(account);
          row.append(make('span', changed ? 'figure changed' : 'figure',
              'account ' + account + ': ' + balance));
        });
        const odd = player.dataset.total !== '' && state.total !== player.dataset.total;
        row.append(make('span', odd ? 'figure odd' : 'figure',
            'total ' + state.total + (odd ? ' of ' + player.dataset.total : '')));
        bank.append(row);
      }
      const name = lane => heads[lane].querySelector('b').textContent;
      const locks = make('ul');
      for (const lock of state ? state.locks : []) {
        locks.append(make('li', '', name(lock.actor) + ' holds ' + lock.name + ' (since line ' + lock.line + ')'));
      }
      steps.slice(0, current).filter(waits).forEach(step =>
        locks.append(make('li', 'odd', name(Number(step.dataset.lane)) + ' ' + step.querySelector('code').textContent)));
      if (locks.children.length > 0) bank.append(locks);
      if (state && state.stale && !waits(steps[current - 1])) {
        bank.append(make('p', 'odd', 'A stale read: another actor had already replaced this value.'));
      }
      if (bank.children.length === 0) bank.append(make('p', 'soft',
          player.dataset.total === '' ? 'Nothing is held.' : 'Nothing is changed and nothing held.'));
    }

    function go(to, remember) {
      current = Math.max(0, Math.min(steps.length, to));
      stage.hidden = false;
      slider.value = current;
      steps.forEach((step, i) => {
        step.classList.toggle('later', i >= current);
        if (i === current - 1) step.setAttribute('aria-current', 'step');
        else step.removeAttribute('aria-current');
      });
      edges.forEach(edge => edge.classList.toggle('later', Number(edge.dataset.step) > current));
      ended.classList.toggle('later', current < steps.length);
      panels.forEach((panel, lane) => showSource(lane));
      showBank();
      const step = steps[current - 1];
      said.textContent = current === 0 ? 'Before the first of ' + steps.length + ' steps'
          : 'Step ' + current + ' of ' + steps.length + ': ' + step.textContent
              .replace(step.querySelector('.where').textContent, '').trim()
            + (current === steps.length ? '. ' + ended.textContent.trim() + '.' : '');
      slider.setAttribute('aria-valuetext', said.textContent);
      if (remember && step) history.replaceState(null, '', '#' + step.id);
    }

    player.addEventListener('keydown', event => {
      const to = {ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: steps.length}[event.key];
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      if (!controls.contains(event.target)) return;
      event.preventDefault();
      go(to, true);
    });
    steps.forEach((step, i) => {
      step.play = () => go(i + 1, false);
    });
  }

  function addCopyButton(pre) {
    const copy = button('Copy', 'Copy this text', async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent);
      } catch (refused) {
        getSelection().selectAllChildren(pre);
        document.execCommand('copy');
      }
      copy.textContent = 'Copied';
    });
    pre.after(copy);
  }

  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let up = target; up; up = up.parentElement) {
      if (up.tagName === 'DETAILS') up.open = true;
    }
    const step = target.closest('.steps > li');
    if (step && step.play) {
      step.play();
      step.closest('.player').scrollIntoView();
    } else {
      target.scrollIntoView({block: 'nearest'});
    }
  }

  document.querySelectorAll('.player').forEach(enhance);
  document.querySelectorAll('pre.copy').forEach(addCopyButton);
  addEventListener('hashchange', follow);
  if (location.hash) follow();
})();
