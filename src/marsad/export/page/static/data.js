// Reads the rows of the record and prepares what filters, map and timeline ask of an event.
(() => {
  const { date, country, plain, DAY } = marsad;
  const REAL = new Set(['happened', 'ongoing']);
  const POINTS = new Set(['exact', 'near', 'district']);

  function read() {
    const record = { labels: null, map: null, documents: [], passages: [], events: [], problems: [] };
    const into = { d: record.documents, p: record.passages, e: record.events, x: record.problems };
    for (const line of document.getElementById('record').textContent.split('\n')) {
      if (!line) continue;
      const row = JSON.parse(line);
      if (row.k in into) into[row.k].push(row);
      else record[row.k] = row;
    }
    for (const event of record.events) prepare(record, event);
    return record;
  }

  function prepare(record, event) {
    const { labels } = record;
    const type = labels.types[event.type] || { label: event.type, group: null };
    event.title = type.label;
    event.group = type.group || 'none';
    event.real = REAL.has(event.modality);
    event.modalityLabel = (labels.modalities[event.modality] || { label: event.modality }).label;
    event.from = event.when ? date(event.when.start).getTime() : null;
    event.to = event.when ? date(event.when.end).getTime() + DAY : null;
    event.parties = new Set([...event.who, ...event.whom].filter((p) => p.name !== null).map((p) => p.name));
    event.place = placeOf(event.where);
    event.search = null;
  }

  function placeOf(where) {
    if (!where) return { kind: 'none', key: 'none', name: '', keys: new Set(['none']) };
    const mapped = where.lat !== null && where.lon !== null;
    const key = `n|${where.country || ''}|${where.name}`;
    const keys = new Set([key, `c|${where.country || ''}`]);
    if (!mapped) keys.add('unmapped');
    const kind = mapped ? (POINTS.has(where.precision) ? 'point' : 'area') : 'unmapped';
    return { kind, key, name: where.name, country: where.country, keys };
  }

  // Everything of an event that a person may look for, made on the first search.
  function searchText(record, event) {
    if (event.search !== null) return event.search;
    const words = [event.title, event.id, ...event.parties];
    if (event.where) words.push(event.where.name, event.where.admin1 || '', country(event.where.country));
    for (const claim of event.claims) {
      const told = record.documents[claim.d];
      const passage = record.passages[claim.p];
      words.push(told.outlet || '', told.title || '', ...told.agencies, ...claim.sources.map((s) => s.name));
      words.push(passage.text.slice(claim.s[0], claim.s[1]));
      for (const p of [...claim.who, ...claim.whom]) if (p !== null) words.push(p);
      if (claim.where) words.push(claim.where.name);
    }
    event.search = fold(plain(words.join('\n')));
    return event.search;
  }

  const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  Object.assign(marsad, { read, searchText, fold, REAL });
})();
