// The timeline: one mark an event, a bar where days are an interval; a bar chart once there are too many for that.
(() => {
  const { el, svg, days, many, number, DAY, plain } = marsad;
  const LANE = 13, TOP = 8, AXIS = 24, LANES = 26, HIGHEST = 182, LEAST = 8;
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const STEPS = [['day', 1], ['day', 2], ['day', 7], ['month', 1], ['month', 3], ['month', 6], ['year', 1], ['year', 2], ['year', 5], ['year', 10], ['year', 25], ['year', 100]];
  const LENGTH = { day: 1, month: 30.4, year: 365.2 };

  // The stretch that most events lie in: up to a third of them is left out at the ends, as long as leaving out a few
  // more shortens it by half or more.
  function stretch(events) {
    const times = events.map((e) => (e.from + e.to) / 2).sort((a, b) => a - b);
    let first = 0, last = times.length - 1, most = Math.floor(times.length / 3);
    let shortened = times[last] - times[first] > 31 * DAY;
    while (shortened) {
      shortened = false;
      const half = (times[last] - times[first]) / 2;
      for (let k = 1; k <= most && !shortened; k += 1) {
        if (times[last] - times[first + k] < half) [first, most, shortened] = [first + k, most - k, true];
        else if (times[last - k] - times[first] < half) [last, most, shortened] = [last - k, most - k, true];
      }
    }
    return [times[first], times[last]];
  }

  function domainOf(events, whole) {
    if (whole) return padded(Math.min(...events.map((e) => e.from)), Math.max(...events.map((e) => e.to)));
    const told = events.filter((e) => !e.background);
    const [a, b] = stretch(told.length ? told : events);
    const within = events.filter((e) => (e.from + e.to) / 2 >= a && (e.from + e.to) / 2 <= b && e.to - e.from <= Math.max(62 * DAY, b - a));
    const used = within.length ? within : events;
    return padded(Math.min(...used.map((e) => e.from)), Math.max(...used.map((e) => e.to)));
  }

  function padded(from, to) {
    const spare = Math.max((to - from) * 0.03, DAY);
    return [from - spare, to + spare];
  }

  function ticks([from, to], width) {
    const wanted = Math.max(2, Math.floor(width / 84));
    const span = (to - from) / DAY;
    const [unit, by] = STEPS.find(([u, n]) => span / (LENGTH[u] * n) <= wanted) || STEPS[STEPS.length - 1];
    const found = [];
    const start = new Date(from);
    let y = start.getUTCFullYear(), m = unit === 'year' ? 0 : start.getUTCMonth(), d = unit === 'day' ? start.getUTCDate() : 1;
    if (unit === 'year') y -= y % by;
    if (unit === 'month') m -= m % by;
    for (let i = 0; i < 400; i += 1) {
      const at = new Date(Date.UTC(y, m + (unit === 'month' ? i * by : 0), d + (unit === 'day' ? i * by : 0)));
      if (unit === 'year') at.setUTCFullYear(y + i * by);
      if (at.getTime() > to) break;
      if (at.getTime() >= from) found.push({ at: at.getTime(), label: tickLabel(at, unit, found.length === 0) });
    }
    return found;
  }

  function tickLabel(at, unit, first) {
    const year = at.getUTCFullYear();
    if (unit === 'year') return String(year);
    const month = MONTHS[at.getUTCMonth()];
    if (unit === 'month') return first || at.getUTCMonth() === 0 ? `${month} ${year}` : month;
    return `${at.getUTCDate()} ${month}${first ? ` ${year}` : ''}`;
  }

  function create(record, { onChoose, onRange }) {
    const box = document.getElementById('timeline');
    let events = [];
    let whole = false;
    let chosen = null;

    function show(passing) {
      events = passing;
      draw();
    }

    function draw() {
      const known = events.filter((e) => e.from !== null).sort((a, b) => a.from - b.from || a.to - b.to);
      const unknown = events.filter((e) => e.from === null);
      const width = Math.max(240, box.clientWidth);
      box.replaceChildren();
      if (known.length) {
        const domain = domainOf(known, whole);
        const x = (time) => ((time - domain[0]) / (domain[1] - domain[0])) * width;
        const shown = known.filter((e) => e.to > domain[0] && e.from < domain[1]);
        box.append(drawMarks(shown, x, width, domain) || drawBars(shown, x, width, domain), outside(known, domain));
      } else box.append(el('p', { class: 'soft' }, 'No event with a known time.'));
      if (unknown.length) box.append(untimed(unknown));
      highlight(chosen);
    }

    function lanesOf(shown, x, width) {
      const ends = [];
      const placed = [];
      for (const event of shown) {
        const from = Math.max(0, Math.min(x(event.from), width - LEAST)), to = Math.min(width, Math.max(x(event.to), from + LEAST));
        let lane = ends.findIndex((end) => end + 2 <= from);
        if (lane < 0) lane = ends.push(0) - 1;
        if (lane >= LANES) return null;
        ends[lane] = to;
        placed.push({ event, lane, from, to });
      }
      return { placed, lanes: ends.length };
    }

    function drawMarks(shown, x, width, domain) {
      const laid = lanesOf(shown, x, width);
      if (laid === null) return null;
      const step = Math.min(LANE, HIGHEST / laid.lanes), thick = step - Math.min(4, step / 3);
      const high = TOP + Math.max(3, laid.lanes) * step;
      const marks = laid.placed.map(({ event, lane, from, to }, i) => svg('g', { class: `tick ${event.real ? 'real' : 'unreal'} g-${event.group}`, role: 'button', tabindex: i ? -1 : 0,
        'aria-label': name(event), 'data-event': event.id, on: { click: () => onChoose(event) } },
      svg('title', {}, name(event)),
      svg('rect', { x: from, y: high - (lane + 1) * step, width: to - from, height: thick, rx: Math.min(thick, to - from) / 2 }),
      event.modality === 'denied' && svg('path', { class: 'strike', d: `M${from - 1} ${high - (lane + 1) * step + thick + 1}L${to + 1} ${high - (lane + 1) * step - 1}` })));
      const picture = frame(width, high, x, domain, marks);
      picture.addEventListener('keydown', rove);
      return picture;
    }

    const name = (event) => plain([event.when ? days(event.when.start, event.when.end) : 'time not known', event.title, event.real ? '' : `(${event.modalityLabel.toLowerCase()})`, event.where ? event.where.name : ''].filter(Boolean).join(', '));

    function frame(width, high, x, domain, marks) {
      const axis = ticks(domain, width).map((tick) => {
        const at = x(tick.at);
        return [svg('line', { class: 'grid', x1: at, x2: at, y1: 0, y2: high + 4 }), svg('text', { x: Math.min(at + 3, width - 40), y: high + 17 }, tick.label)];
      });
      return svg('svg', { width, height: high + AXIS, viewBox: `0 0 ${width} ${high + AXIS}`, role: 'group', 'aria-label': 'Events in the order of time; arrow keys go from one to the next' },
        axis, svg('line', { class: 'axis', x1: 0, x2: width, y1: high + 0.5, y2: high + 0.5 }), marks);
    }

    function rove(event) {
      const marks = [...event.currentTarget.querySelectorAll('.tick')];
      const at = marks.indexOf(event.target);
      if (at < 0) return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        event.target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        return;
      }
      const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[event.key];
      if (to === undefined || !marks[to]) return;
      event.preventDefault();
      marks[at].setAttribute('tabindex', '-1');
      marks[to].setAttribute('tabindex', '0');
      marks[to].focus();
    }

    // Too many for marks: how many events touch each stretch; a stretch chosen becomes the time filter.
    function drawBars(shown, x, width, domain) {
      const bins = binsOf(domain, width);
      for (const event of shown) for (const bin of bins) if (event.from < bin.to && event.to > bin.from) bin[event.real ? 'real' : 'unreal'] += 1;
      const most = Math.max(...bins.map((b) => b.real + b.unreal), 1);
      const top = TOP + 14, high = top + HIGHEST * 0.7;
      const bars = bins.filter((b) => b.real + b.unreal).map((bin, i) => {
        const scale = (n) => (n / most) * (high - top);
        const [a, b] = [x(bin.from), x(bin.to)];
        const words = `${days(iso(bin.from), iso(bin.to - DAY))}: ${many(bin.real + bin.unreal, 'event')}`;
        return svg('g', { class: 'tick bar', role: 'button', tabindex: i ? -1 : 0, 'aria-label': words, on: { click: () => onRange(iso(bin.from), iso(bin.to - DAY)) } }, svg('title', {}, words),
          svg('rect', { class: 'unreal', x: a, width: Math.max(1, b - a - 1), y: high - scale(bin.real + bin.unreal), height: scale(bin.unreal) }),
          svg('rect', { class: 'real', x: a, width: Math.max(1, b - a - 1), y: high - scale(bin.real), height: scale(bin.real) }));
      });
      const picture = frame(width, high, x, domain, [bars, svg('text', { class: 'most', x: 2, y: TOP + 3 }, `${number(most)} events at most a bar`)]);
      picture.addEventListener('keydown', rove);
      return picture;
    }

    const iso = (time) => new Date(time).toISOString().slice(0, 10);

    function binsOf([from, to], width) {
      const span = (to - from) / DAY;
      const [unit, by] = STEPS.find(([u, n]) => span / (LENGTH[u] * n) <= width / 7) || STEPS[STEPS.length - 1];
      const at = new Date(from);
      const edge = (i) => {
        if (unit === 'day') return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + i * by);
        if (unit === 'month') return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - (at.getUTCMonth() % by) + i * by, 1);
        return Date.UTC(at.getUTCFullYear() - (at.getUTCFullYear() % by) + i * by, 0, 1);
      };
      const bins = [];
      for (let i = 0; edge(i) < to && i < 2000; i += 1) bins.push({ from: edge(i), to: edge(i + 1), real: 0, unreal: 0 });
      return bins;
    }

    function outside(known, [from, to]) {
      const before = known.filter((e) => e.to <= from).length, after = known.filter((e) => e.from >= to).length;
      if (!before && !after) return whole ? el('p', { class: 'outside' }, back()) : '';
      const words = [before && `${number(before)} earlier`, after && `${number(after)} later`].filter(Boolean).join(', ');
      return el('p', { class: 'outside' }, `Not in the picture: ${words}. `, el('button', { type: 'button', on: { click: () => { whole = true; draw(); } } }, 'Show the whole time'));
    }

    const back = () => el('button', { type: 'button', on: { click: () => { whole = false; draw(); } } }, 'Show where most events lie');

    function untimed(unknown) {
      const item = (event) => el('li', {}, el('button', { type: 'button', on: { click: () => onChoose(event) } }, event.title, event.real ? '' : ` (${event.modalityLabel.toLowerCase()})`, event.where ? `, ${plain(event.where.name)}` : ''));
      return el('details', { class: 'untimed' }, el('summary', {}, `${many(unknown.length, 'event')} without a known time`), el('ul', {}, unknown.slice(0, 100).map(item)),
        unknown.length > 100 && el('p', { class: 'soft' }, 'The others stand at the end of the list.'));
    }

    function highlight(event) {
      chosen = event;
      for (const tick of box.querySelectorAll('.tick')) tick.classList.toggle('chosen', event !== null && tick.dataset.event === event.id);
    }

    let seen = box.clientWidth;
    new ResizeObserver(() => {
      if (box.clientWidth === seen) return;
      seen = box.clientWidth;
      draw();
    }).observe(box);
    return { show, highlight };
  }

  marsad.timeline = create;
})();
