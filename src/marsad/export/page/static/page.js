// Puts the page together: one set of filters over map, timeline and list; the address keeps the event that is open.
(() => {
  const { el, days, mark } = marsad;
  const GROUPS = [['battle', 'battle'], ['remote_violence', 'strike, shell, bomb'], ['violence_against_civilians', 'against civilians'], ['demonstrations', 'protest, riot'], ['strategic', 'strategic'], ['speech', 'words'], ['other_violence', 'other violence']];

  const record = marsad.read();
  const byId = new Map(record.events.map((event) => [event.id, event]));

  const list = marsad.list(record, (event, open) => {
    choose(open ? event : null);
    history.replaceState(null, '', open ? `#${event.id}` : location.pathname + location.search);
  });
  const filters = marsad.filters(record, () => { refresh(); map.fit(); });
  const map = marsad.map(record, go);
  const timeline = marsad.timeline(record, { onChoose: go, onRange: (from, to) => filters.set({ from, to }) });

  function refresh() {
    const passing = filters.passing();
    list.show(passing, filters.order(), filters.active());
    map.show(passing);
    timeline.show(passing);
    marsad.placesList(passing, (key) => filters.set({ place: key }));
  }

  function choose(event) {
    map.highlight(event);
    timeline.highlight(event);
  }

  // Opens an event from the map, the timeline or the address.
  function go(event) {
    choose(event);
    list.reveal(event, true);
    history.replaceState(null, '', `#${event.id}`);
  }

  function fromAddress() {
    const event = byId.get(location.hash.slice(1));
    if (!event) return;
    choose(event);
    if (list.reveal(event, true)) return;
    filters.clear();
    setTimeout(() => list.reveal(event, true), 0);
  }

  function explain() {
    const { labels } = record;
    const rows = (entries, sign) => Object.entries(entries).flatMap(([code, entry]) => [el('dt', {}, sign(code), entry.label.toLowerCase()), el('dd', {}, entry.says)]);
    document.getElementById('modalities').append(...rows(labels.modalities, (code) => mark(code, 'battle')));
    document.getElementById('grades').append(...rows(labels.grades, () => ''));
    document.getElementById('precisions').append(...rows(labels.precisions, () => ''));
    const used = new Set(record.events.map((event) => event.group));
    document.getElementById('key').append(...GROUPS.filter(([code]) => used.has(code)).map(([code, words]) => el('li', {}, mark('happened', code), words)),
      record.events.some((event) => !event.real) && el('li', {}, mark('planned', 'none'), 'not happened (planned, threatened, possible, denied)') || '');
    const known = record.events.filter((event) => event.when && !event.background);
    if (known.length) {
      const first = known.map((event) => event.when.start).sort()[0];
      const last = known.map((event) => event.when.end).sort().pop();
      document.getElementById('extent').textContent = ` (${days(first, last)})`;
    }
  }

  function problems() {
    if (!record.problems.length) return;
    const section = document.getElementById('problems');
    section.hidden = false;
    section.querySelector('tbody').append(...record.problems.map((problem) => el('tr', {},
      el('th', { scope: 'row' }, marsad.party(problem.path), problem.readable ? '' : el('span', { class: 'flag' }, 'not read')), el('td', {}, marsad.said(problem.message)))));
  }

  explain();
  problems();
  refresh();
  map.fit();
  addEventListener('hashchange', fromAddress);
  fromAddress();
  addEventListener('beforeprint', () => { for (const details of document.querySelectorAll('#places, #reading, .reasons')) if (!details.open) { details.open = true; details.dataset.paper = ''; } });
  addEventListener('afterprint', () => { for (const details of document.querySelectorAll('details[data-paper]')) { details.open = false; delete details.dataset.paper; } });
  document.documentElement.dataset.ready = '';
})();
