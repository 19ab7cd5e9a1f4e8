// The filter form: its choices with their numbers, and which events pass.
(() => {
  const { el, many, number, country, date, searchText, fold, plain, DAY } = marsad;
  const ORDERS = [['old', 'oldest first'], ['new', 'newest first'], ['origins', 'most origins first'], ['disputes', 'most disputed first']];

  function counted(events, keysOf) {
    const counts = new Map();
    for (const event of events) for (const key of keysOf(event)) counts.set(key, (counts.get(key) || 0) + 1);
    return counts;
  }

  const option = (value, label, n) => el('option', { value }, n === undefined ? label : `${label} (${number(n)})`);
  const byLabel = (a, b) => a.label.localeCompare(b.label, 'en');

  function fill(select, all, options) {
    select.replaceChildren(option('', all), ...options);
  }

  function create(record, onChange) {
    const form = document.getElementById('filters');
    const field = form.elements;
    const { events, labels } = record;

    const types = [...counted(events, (e) => [e.type])].map(([code, n]) => ({ code, n, label: (labels.types[code] || { label: code }).label }));
    fill(field.type, 'all', types.sort(byLabel).map((t) => option(t.code, t.label, t.n)));
    const modalities = counted(events, (e) => [e.modality]);
    const order = Object.keys(labels.modalities).filter((code) => modalities.has(code));
    fill(field.modality, 'all', order.map((code) => option(code, labels.modalities[code].label, modalities.get(code))));
    const parties = [...counted(events, (e) => e.parties)].map(([label, n]) => ({ label, n }));
    parties.sort((a, b) => b.n - a.n || byLabel(a, b));
    fill(field.party, 'all', parties.map((p) => option(p.label, plain(p.label), p.n)));
    fill(field.place, 'all', placeOptions(events));
    field.order.replaceChildren(...ORDERS.map(([value, label]) => option(value, label)));

    let waiting = 0;
    for (const kind of ['input', 'change']) form.addEventListener(kind, (event) => {
      clearTimeout(waiting);
      waiting = setTimeout(onChange, event.target.name === 'text' ? 160 : 0);
    });
    field.order.addEventListener('change', onChange); // stands outside of the form's box
    form.addEventListener('reset', () => setTimeout(onChange, 0));
    form.addEventListener('submit', (event) => { event.preventDefault(); onChange(); });

    return {
      passing: () => sorted(events.filter(test(record, field)), field.order.value),
      order: () => field.order.value,
      active: () => ['text', 'type', 'modality', 'party', 'place', 'from', 'to'].some((name) => field[name].value) || field.disputed.checked,
      clear: () => form.reset(),
      set(values) {
        for (const [name, value] of Object.entries(values)) field[name].value = value;
        onChange();
      },
    };
  }

  function placeOptions(events) {
    const counts = counted(events, (e) => e.place.keys);
    const countries = new Map();
    for (const [key, n] of counts) {
      const [kind, code, ...name] = key.split('|');
      if (kind !== 'n' && kind !== 'c') continue;
      if (!countries.has(code)) countries.set(code, { label: country(code) || 'Country not known', code, n: 0, places: [] });
      if (kind === 'c') countries.get(code).n = n;
      else countries.get(code).places.push({ key, n, label: name.join('|') });
    }
    const groups = [...countries.values()].sort(byLabel).map((c) => el('optgroup', { label: plain(c.label) },
      option(`c|${c.code}`, `all of ${c.label}`, c.n),
      c.places.sort(byLabel).map((p) => option(p.key, plain(p.label), p.n))));
    const rest = [['unmapped', 'named, but not on the map'], ['none', 'no place told']].filter(([key]) => counts.has(key));
    return [...groups, ...rest.map(([key, label]) => option(key, label, counts.get(key)))];
  }

  function test(record, field) {
    const words = fold(field.text.value).split(/\s+/).filter(Boolean);
    const [type, modality, party, place] = ['type', 'modality', 'party', 'place'].map((name) => field[name].value);
    const from = field.from.value ? date(field.from.value).getTime() : null;
    const to = field.to.value ? date(field.to.value).getTime() + DAY : null;
    const disputed = field.disputed.checked;
    return (event) => (!type || event.type === type)
      && (!modality || event.modality === modality)
      && (!party || event.parties.has(party))
      && (!place || event.place.keys.has(place))
      && (!disputed || event.disputes.length > 0)
      && (from === null || (event.to !== null && event.to > from))
      && (to === null || (event.from !== null && event.from < to))
      && words.every((word) => searchText(record, event).includes(word));
  }

  // Events without a known time come last, whatever the order of time.
  function sorted(events, order) {
    const time = (a, b) => (a.from === null) - (b.from === null) || a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1);
    const orders = {
      old: time,
      new: (a, b) => (a.from === null) - (b.from === null) || b.from - a.from || time(a, b),
      origins: (a, b) => b.origins - a.origins || b.documents - a.documents || time(a, b),
      disputes: (a, b) => b.disputes.length - a.disputes.length || b.origins - a.origins || time(a, b),
    };
    return events.sort(orders[order] || time);
  }

  marsad.filters = create;
})();
