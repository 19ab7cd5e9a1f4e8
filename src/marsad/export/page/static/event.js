// One event: its line in the list, and what opens below it.
(() => {
  const { el, said, party, joined, days, count, many, country, mark, quote, number } = marsad;

  const NAMED = 4; // sources that the line of an event names
  const SHOWN = new Set(['exactly', 'at_least', 'at_most', 'range']); // wordings that low and high tell
  const OPENING = 240; // characters of a sentence in the line of an event

  const label = (labels, code) => (labels[code] ? labels[code].label : code);
  const sup = (n) => el('span', { class: 'nr' }, String(n + 1));
  const numbers = (list) => el('span', { class: 'nrs' }, list.map(sup));
  const sideBySide = (left, arrow, right) => [left, right && arrow, right];

  // "3 km", "within 12 km": whole kilometres, one digit below ten.
  const km = (radius) => `${radius < 10 ? Number(radius.toFixed(1)) : Math.round(radius)} km`;

  function where(place, labels) {
    if (!place) return [];
    const admin = place.admin1 && place.admin1 !== place.name ? place.admin1 : null;
    const land = place.precision === 'country' ? '' : country(place.country);
    const parts = [said(place.name), admin && said(admin), land && land !== place.name && said(land)].filter(Boolean);
    const vague = ['province', 'region', 'country'].includes(place.precision);
    return [joined(parts, ', '), vague && el('span', { class: 'vague' }, ` (${label(labels.precisions, place.precision).toLowerCase()} only)`)];
  }

  // Modality: the mark and, for all that did not plainly happen, a word set apart.
  function modality(labels, code) {
    const says = labels.modalities[code];
    return el('span', { class: `modality m-${code}`, title: says ? says.says : null }, label(labels.modalities, code).toLowerCase());
  }

  function toll(labels, figure) {
    const measure = label(labels.measures, figure.measure).toLowerCase();
    return el('span', { class: 'toll' }, `${measure} `, el('b', {}, span(figure)), whose(labels, figure));
  }

  // Lowest to highest of the values told, never a sum; one value as it was told.
  function span(figure) {
    const told = new Set(figure.values.map((v) => `${v.low}|${v.high}`));
    if (told.size === 1) return count(figure.values[0].low, figure.values[0].high);
    const open = figure.values.some((v) => v.high === null) && figure.high !== null;
    if (figure.low === figure.high) return count(figure.low, open ? null : figure.high);
    return `${count(figure.low, figure.high)}${open ? ' or more' : ''}`;
  }

  function whose(labels, figure) {
    if (figure.who_class === 'unknown') return figure.who ? [' (', said(figure.who), ')'] : '';
    return ` (${label(labels.classes, figure.who_class).toLowerCase()})`;
  }

  const names = (people) => joined(people.map((p) => party(p.name)), ', ');

  function head(record, event, toggle) {
    const { labels } = record;
    const panel = `p-${event.id}`;
    const button = el('button', { type: 'button', class: 'open', 'aria-expanded': 'false', 'aria-controls': panel, on: { click: toggle } },
      mark(event.modality, event.group), el('span', { class: 'type' }, event.title), ' ', modality(labels, event.modality));
    const people = sideBySide(event.who.length ? names(event.who) : null, el('span', { class: 'arrow', role: 'img', 'aria-label': 'to' }, '→'), event.whom.length ? names(event.whom) : null);
    const wholes = event.figures.filter((f) => f.part_of === null);
    return el('div', { class: 'head' },
      el('p', { class: 'date' }, event.when ? days(event.when.start, event.when.end) : el('span', { class: 'unknown' }, 'time not known')),
      el('div', { class: 'gist' },
        el('h3', {}, button),
        el('p', { class: 'place' }, event.where ? where(event.where, labels) : el('span', { class: 'unknown' }, 'no place told')),
        people.some(Boolean) && el('p', { class: 'parties' }, people),
        wholes.length > 0 && el('p', { class: 'tolls' }, wholes.slice(0, 5).map((f) => toll(labels, f))),
        event.disputes.map((dispute) => el('p', { class: 'contested' }, el('span', { class: 'flag' }, `disputed ${field(dispute)}`), ' ', rivals(dispute, (claims) => tellers(record, event, claims)))),
        voices(event),
        el('p', { class: 'opening' }, '“', opening(record, event), '”'),
        el('p', { class: 'support' },
          el('span', {}, many(event.documents, 'report')), el('span', {}, many(event.outlets, 'outlet')), el('span', {}, many(event.origins, 'origin')),
          el('span', { class: `grade grade-${event.grade}`, title: labels.grades[event.grade] ? labels.grades[event.grade].says : null }, label(labels.grades, event.grade).toLowerCase()),
          event.background && el('span', {}, 'told as history'))));
  }

  const field = (dispute) => dispute.field.replace(/_/g, ' ');
  const rivals = (dispute, by) => joined(dispute.values.map((v) => el('span', { class: 'rival' }, said(v.value.replace(/_/g, ' ')), ' ', by(v.claims))), el('span', { class: 'versus' }, ' against '));

  // Who tells a value: the sources credited with it, else the outlets; two of them are named.
  function tellers(record, event, claims) {
    const known = claims.filter((n) => n < event.claims.length).map((n) => event.claims[n]);
    const all = [...new Set(known.map((claim) => (claim.sources.length ? claim.sources[0].name : record.documents[claim.d].outlet || 'a report')))];
    const more = all.length > 2 && ` and ${number(all.length - 2)} more`;
    return all.length > 0 && el('span', { class: 'soft' }, '(', joined(all.slice(0, 2).map(said), ', '), more, ')');
  }

  // Who says so, each once; a side of the happening is marked.
  function voices(event) {
    const sources = [...new Map(event.claims.flatMap((claim) => claim.sources).map((source) => [source.name, source])).values()];
    if (!sources.length) return el('p', { class: 'voices soft' }, 'no source credited');
    const more = sources.length > NAMED && ` and ${number(sources.length - NAMED)} more`;
    return el('p', { class: 'voices' }, 'according to ', joined(sources.slice(0, NAMED).map((source) => [said(source.name), interest(source)]), ', '), more);
  }

  const interest = (source) => source.interest && [' ', el('span', { class: 'interest', title: 'It is a side of this happening itself, or speaks for one.' }, 'a side of it')];

  // The sentence of the first claim that tells the event as the record does, cut where the line would run too long.
  function opening(record, event) {
    const claim = event.claims.find((c) => c.type === event.type && c.modality === event.modality) || event.claims[0];
    const sentence = record.passages[claim.p].text.slice(...claim.s).replace(/\s+/g, ' ').trim();
    return said(sentence.length > OPENING ? `${sentence.slice(0, sentence.lastIndexOf(' ', OPENING))} …` : sentence);
  }

  function panel(record, event) {
    return [
      event.grade_basis && el('p', { class: 'because' }, el('b', {}, label(record.labels.grades, event.grade)), ': ', said(event.grade_basis)),
      event.disputes.length > 0 && disputes(event),
      event.figures.length > 0 && event.claims.length > 1 && figures(record.labels, event),
      el('h4', { class: event.claims.length === 1 && 'alone' }, event.claims.length === 1 ? 'The claim' : `The ${number(event.claims.length)} claims side by side`),
      el('div', { class: 'claims' }, event.claims.map((claim, i) => card(record, event, claim, i))),
      event.values.length > 0 && values(record.labels, event),
      event.more > 0 && el('p', { class: 'notice' }, `${many(event.more, 'further claim')} not shown here: `, el('code', {}, `marsad show RECORD ${event.id}`)),
      event.merged_because.length > 0 && reasons(event),
      el('p', { class: 'id' }, 'Event ', el('a', { href: `#${event.id}` }, event.id)),
    ];
  }

  function disputes(event) {
    return el('div', { class: 'disputes' }, el('h4', {}, 'The reports disagree'),
      el('dl', {}, event.disputes.map((dispute) => el('div', {},
        el('dt', {}, said(field(dispute))),
        el('dd', {}, rivals(dispute, numbers),
          dispute.text && el('p', { class: 'basis' }, said(dispute.text)))))));
  }

  function figures(labels, event) {
    const row = (figure) => el('tr', { class: figure.part_of === null ? null : 'part' },
      el('th', { scope: 'row' }, figure.part_of !== null && 'of these: ', label(labels.measures, figure.measure), whose(labels, figure)),
      el('td', {}, el('b', {}, span(figure))),
      el('td', {}, figure.best === null ? '—' : number(figure.best), figure.basis && el('span', { class: 'basis' }, ` ${label(labels.rules, figure.rule).toLowerCase()}: `, said(figure.basis))),
      el('td', {}, joined(figure.values.map((v) => el('span', { class: 'told' }, count(v.low, v.high), ' ', sup(v.claim))), ' ')));
    return el('table', { class: 'figures' },
      el('caption', {}, 'Figures, lowest to highest told; none is a sum'),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Measure'), el('th', { scope: 'col' }, 'Low–high'), el('th', { scope: 'col' }, 'Best, and why'), el('th', { scope: 'col' }, 'What each claim says'))),
      el('tbody', {}, wholesFirst(event.figures).map(row)));
  }

  // Every whole, then the parts counted in it.
  function wholesFirst(all) {
    const parts = (i) => all.filter((figure) => figure.part_of === i && all[i].part_of === null);
    const ordered = all.flatMap((figure, i) => (figure.part_of === null ? [figure, ...parts(i)] : []));
    return [...ordered, ...all.filter((figure) => !ordered.includes(figure))];
  }

  // Each value of a field to which the claims give several, and how it stands to the one that the event takes.
  function values(labels, event) {
    const row = (value) => el('tr', {}, el('th', { scope: 'row' }, said(value.field)), el('td', {}, said(value.value), ' ', numbers(value.for)),
      el('td', { title: labels.relations[value.relation] ? labels.relations[value.relation].says : null }, label(labels.relations, value.relation).toLowerCase(), value.basis && el('span', { class: 'basis' }, ' ', said(value.basis))));
    return el('details', { class: 'reasons' }, el('summary', {}, 'What the claims say otherwise'),
      el('table', { class: 'figures' }, el('thead', {}, el('tr', {}, ['Field', 'Value', 'To what the event gives'].map((name) => el('th', { scope: 'col' }, name)))), el('tbody', {}, event.values.map(row))));
  }

  function reasons(event) {
    return el('details', { class: 'reasons' }, el('summary', {}, 'Why these claims are one event'),
      el('ul', {}, event.merged_because.map((reason) => el('li', {},
        sup(reason.left), ' and ', sup(reason.right), el('span', { class: 'soft' }, ` score ${reason.score.toFixed(2)}`), ': ',
        joined(reason.reasons.map(said), '; ')))));
  }

  function card(record, event, claim, i) {
    const { labels } = record;
    const document_ = record.documents[claim.d];
    const otherType = claim.type !== event.type && label(Object.fromEntries([[claim.type, labels.types[claim.type]]]), claim.type);
    return el('article', { class: `claim m-${claim.modality}`, 'aria-label': `Claim ${i + 1}` },
      el('header', {},
        el('p', { class: 'outlet' }, sup(i), ' ', document_.outlet ? el('b', {}, said(document_.outlet)) : ['Outlet not known', document_.path && el('span', { class: 'soft' }, ': ', said(document_.path))],
          document_.agencies.length > 0 && [' with ', joined(document_.agencies.map(said), ', ')]),
        document_.title && el('p', { class: 'headline' }, link(document_)),
        el('p', { class: 'published' }, document_.published
          ? ['published ', days(document_.published.start, document_.published.end), el('span', { class: 'basis' }, ' — ', said(document_.published.basis))]
          : 'publication date not known')),
      el('p', { class: 'says' }, claim.sources.length > 0
        ? ['According to ', joined(claim.sources.map((s) => [said(s.name), kind(labels, s), interest(s)]), ', ')]
        : el('span', { class: 'soft' }, 'No source credited')),
      el('p', { class: 'stance' }, mark(claim.modality, event.group), ' ', otherType && `${otherType}: `, modality(labels, claim.modality), claim.background && el('span', { class: 'soft' }, ' told as history')),
      quote(record, claim),
      el('dl', { class: 'slots' }, slots(labels, claim)));
  }

  function kind(labels, source) {
    if (!source.kind || source.kind === 'unknown') return '';
    return el('span', { class: 'soft' }, ` (${label(labels.kinds, source.kind).toLowerCase()})`);
  }

  function link(document_) {
    const safe = document_.url && /^https?:\/\//i.test(document_.url);
    return safe ? el('a', { href: document_.url, rel: 'noreferrer noopener', target: '_blank' }, said(document_.title)) : said(document_.title);
  }

  const words = (slot) => slot.words && el('span', { class: 'soft' }, ' “', said(slot.words), '” elsewhere in the report;');

  function slots(labels, claim) {
    const rows = [];
    const add = (name, ...value) => rows.push(el('div', {}, el('dt', {}, name), el('dd', {}, value)));
    if (claim.who.length) add('who', joined(claim.who.map(party), ', '));
    if (claim.whom.length) add('to whom', joined(claim.whom.map(party), ', '));
    if (claim.where) {
      const radius = claim.where.radius === null ? '' : `, within ${km(claim.where.radius)}`;
      add('where', where(claim.where, labels), el('span', { class: 'basis' }, ` ${label(labels.precisions, claim.where.precision).toLowerCase()}${radius};`, words(claim.where), ' ', said(claim.where.basis)));
    }
    if (claim.when) add('when', days(claim.when.start, claim.when.end), el('span', { class: 'basis' }, ' —', words(claim.when), ' ', said(claim.when.basis)));
    for (const figure of claim.figures) {
      add(label(labels.measures, figure.measure).toLowerCase(), el('b', {}, count(figure.low, figure.high)), ` ${label(labels.classes, figure.class).toLowerCase()}`,
        el('span', { class: 'soft' }, remarks(labels, figure)), el('span', { class: 'basis' }, ' “', said(figure.words), '”'));
    }
    if (claim.means.length) add('means', joined(claim.means.map(said), ', '));
    return rows;
  }

  // How a figure is worded where its numbers do not show it, and whether another one holds it.
  function remarks(labels, figure) {
    const told = [!SHOWN.has(figure.wording) && label(labels.wordings, figure.wording).toLowerCase(), figure.part_of !== null && 'part of another figure'].filter(Boolean);
    return told.length ? ` (${told.join('; ')})` : '';
  }

  Object.assign(marsad, { head, panel, km, span, eventNames: names, whereOf: where });
})();
