// The map: Natural Earth below, on it circles as wide as the place is uncertain, areas where only those are known.
(() => {
  const { el, said, days, many, number, country, mark, plain, km } = marsad;
  const VAST_KM = 400; // a circle this wide would tint whole countries: only its line is drawn
  const AREAS = new Set(['province', 'region', 'country']);

  // Lines of the basemap in degrees, and rings put together from them.
  function geometry(map) {
    const lines = map.arcs.map((flat) => decode(flat, map.scale));
    const ring = (references) => references.flatMap((r, i) => {
      const line = r >= 0 ? lines[r] : [...lines[~r]].reverse();
      return i ? line.slice(1) : line;
    });
    const at = ([x, y]) => [y / map.scale, x / map.scale];
    const shape = (row) => ({ name: row.n, code: row.c, of: row.of, at: row.at && at(row.at), rings: row.r.map(ring) });
    return { lines, countries: map.countries.map(shape), provinces: map.provinces.map(shape), raw: map };
  }

  function decode(flat, scale) {
    const points = [];
    let x = 0, y = 0;
    for (let i = 0; i < flat.length; i += 2) {
      x += flat[i];
      y += flat[i + 1];
      points.push([y / scale, x / scale]);
    }
    return points;
  }

  function inside(rings, [lat, lon]) {
    let within = false;
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
        const [y0, x0] = ring[i], [y1, x1] = ring[j];
        if ((y0 > lat) !== (y1 > lat) && lon < ((x1 - x0) * (lat - y0)) / (y1 - y0) + x0) within = !within;
      }
    }
    return within;
  }

  function drawBase(map, earth) {
    const { raw } = earth;
    const still = (className) => ({ className, interactive: false, renderer: map.base, smoothFactor: 1 });
    for (const land of earth.countries) L.polygon(land.rings.map((r) => [r]), still('land')).addTo(map);
    for (const lake of raw.lakes) L.polygon(decode(lake, raw.scale), still('lake')).addTo(map);
    const borders = new Set(raw.countries.flatMap((c) => c.r.flat().map((r) => (r >= 0 ? r : ~r))));
    const inner = new Set(raw.provinces.flatMap((p) => p.r.flat().map((r) => (r >= 0 ? r : ~r))).filter((r) => !borders.has(r)));
    L.polyline([...inner].map((r) => earth.lines[r]), still('province-line')).addTo(map);
    L.polyline(raw.rivers.map((river) => decode(river, raw.scale)), still('river')).addTo(map);
    L.polyline([...borders].map((r) => earth.lines[r]), still('border')).addTo(map);
  }

  // Names of countries and provinces where there is room, the larger first.
  function drawNames(map, earth) {
    const layer = L.layerGroup().addTo(map);
    const size = (rings) => Math.max(...rings.map((ring) => {
      const lats = ring.map(([y]) => y), lons = ring.map(([, x]) => x);
      return (extreme(lats, Math.max) - extreme(lats, Math.min)) * (extreme(lons, Math.max) - extreme(lons, Math.min));
    }), 0);
    const names = [
      ...earth.countries.map((c) => ({ ...c, size: size(c.rings), rank: 'country-name', from: 3 })),
      ...earth.provinces.map((p) => ({ ...p, size: size(p.rings), rank: 'province-name', from: 6 })),
    ].filter((n) => n.at && n.rings.length).sort((a, b) => (a.rank > b.rank) - (a.rank < b.rank) || b.size - a.size);
    const draw = () => {
      map.getContainer().classList.toggle('far', map.getZoom() < 4);
      layer.clearLayers();
      const taken = [];
      const zoom = map.getZoom();
      const view = map.getBounds().pad(-0.02);
      for (const name of names) {
        if (zoom < name.from || !view.contains(name.at)) continue;
        if (name.size * 4 ** zoom < (name.rank === 'country-name' ? 900 : 3000)) continue;
        const { x, y } = map.latLngToContainerPoint(name.at);
        const wide = name.name.length * (name.rank === 'country-name' ? 4.6 : 3.4), high = 9;
        if (taken.some((t) => Math.abs(t.x - x) < t.wide + wide && Math.abs(t.y - y) < t.high + high)) continue;
        taken.push({ x, y, wide, high });
        const icon = L.divIcon({ className: `map-name ${name.rank}`, html: el('span', {}, name.name), iconSize: [0, 0] });
        L.marker(name.at, { icon, interactive: false, keyboard: false }).addTo(layer);
      }
    };
    map.on('moveend', draw);
    draw();
  }

  const extreme = (numbers, of) => numbers.reduce((a, b) => of(a, b));

  // Events at one place with one uncertainty share a circle.
  function gather(events) {
    const places = new Map();
    for (const event of events) {
      if (event.place.kind !== 'point' && event.place.kind !== 'area') continue;
      const { lat, lon, radius_km: radius, precision } = event.where;
      const key = [lat, lon, AREAS.has(precision) ? precision : radius].join('|');
      if (!places.has(key)) places.set(key, { at: [lat, lon], radius: radius || 0, precision, where: event.where, key: event.place.key, events: [] });
      places.get(key).events.push(event);
    }
    return [...places.values()].sort((a, b) => b.radius - a.radius || b.events.length - a.events.length);
  }

  function groupOf(events) {
    const counts = new Map();
    for (const event of events) counts.set(event.group, (counts.get(event.group) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1])[0][0];
  }

  function create(record, onChoose) {
    const element = document.getElementById('map');
    const map = L.map(element, {
      zoomControl: true, attributionControl: false, minZoom: 1, maxZoom: 11, zoomSnap: 0.5, worldCopyJump: false,
      maxBounds: [[-86, -200], [86, 200]], maxBoundsViscosity: 0.8, wheelPxPerZoomLevel: 90,
    });
    for (const [pane, z] of [['base', 200], ['places', 400]]) map.createPane(pane).style.zIndex = z;
    map.base = L.svg({ pane: 'base', padding: 0.4 });
    const above = L.svg({ pane: 'places', padding: 0.4 });
    map.setView([20, 20], 1.5, { animate: false });
    const earth = geometry(record.map);
    drawBase(map, earth);
    drawNames(map, earth);
    L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
    const layer = L.layerGroup().addTo(map);
    let places = [];
    let chosen = null;

    function show(events) {
      places = gather(events);
      layer.clearLayers();
      for (const place of places) drawPlace(place);
      highlight(chosen);
    }

    function drawPlace(place) {
      const real = place.events.some((e) => e.real);
      const look = `${real ? 'real' : 'unreal'} g-${groupOf(place.events)}`;
      const options = (className) => ({ className, renderer: above, bubblingMouseEvents: false });
      place.shapes = AREAS.has(place.precision) ? area(place, options(`area ${place.precision} ${look}`)) : [
        L.circle(place.at, { ...options(`reach ${look}`), radius: place.radius * 1000 }),
        L.circleMarker(place.at, { ...options(`pin ${look}`), radius: Math.min(13, (places.length > 400 ? 1.8 : 3.4) + 1.3 * Math.sqrt(place.events.length)) }),
      ];
      for (const shape of place.shapes) {
        shape.bindTooltip(() => el('span', {}, caption(place)), { sticky: true, className: 'tip' });
        shape.on('click', (click) => { shape.closeTooltip(); popup(place, click.latlng); });
        shape.addTo(layer);
      }
    }

    // The province or country itself where the basemap has it, else a wide circle; never a point.
    function area(place, options) {
      const found = place.precision === 'country' ? earth.countries.find((c) => c.code && c.code === place.where.country)
        : place.precision === 'province' ? earth.provinces.find((p) => earth.countries[p.of].code === place.where.country && inside(p.rings, place.at)) : null;
      if (found) return [L.polygon(found.rings.map((r) => [r]), options)];
      const vast = place.radius > VAST_KM ? ' vast' : '';
      return [L.circle(place.at, { ...options, className: options.className + vast, radius: Math.max(place.radius, 25) * 1000 })];
    }

    function caption(place) {
      const precision = record.labels.precisions[place.precision];
      const how = AREAS.has(place.precision) ? `${precision.label.toLowerCase()} only` : place.radius ? `within ${km(place.radius)}` : 'exact';
      return [said(place.where.name), ` (${how}): ${many(place.events.length, 'event')}`];
    }

    function popup(place, at) {
      const entry = (event) => el('li', {}, el('button', { type: 'button', on: { click: () => { map.closePopup(); onChoose(event); } } },
        mark(event.modality, event.group), event.title, event.real ? '' : ` (${event.modalityLabel.toLowerCase()})`,
        el('span', { class: 'soft' }, event.when ? `, ${days(event.when.start, event.when.end)}` : ', time not known')));
      const content = el('div', {}, el('p', { class: 'popup-title' }, caption(place)), el('ul', {}, place.events.slice(0, 60).map(entry)),
        place.events.length > 60 && el('p', { class: 'soft' }, `and ${number(place.events.length - 60)} more: choose the place in the filters`));
      L.popup({ maxHeight: 220, minWidth: 200, maxWidth: 300, autoPanPadding: [12, 12] }).setLatLng(at).setContent(content).openOn(map);
      const first = content.querySelector('button');
      if (first) first.focus({ preventScroll: true });
    }

    function highlight(event) {
      chosen = event;
      for (const place of places) {
        const on = event !== null && place.events.includes(event);
        for (const shape of place.shapes) {
          const path = shape.getElement();
          if (path) path.classList.toggle('chosen', on);
          if (on && shape.bringToFront && !AREAS.has(place.precision)) shape.bringToFront();
        }
        if (on && !map.getBounds().contains(place.at)) map.panTo(place.at);
      }
    }

    // The view that holds the places, without the few that lie far from all others.
    function fit() {
      const points = places.filter((p) => p.precision !== 'country' && p.precision !== 'region');
      const used = points.length ? points : places;
      if (!used.length) return;
      const cut = (numbers) => {
        const sorted = numbers.sort((a, b) => a - b);
        const off = Math.floor(sorted.length * 0.04);
        return [sorted[off], sorted[sorted.length - 1 - off]];
      };
      const [south, north] = cut(used.map((p) => p.at[0]));
      const [west, east] = cut(used.map((p) => p.at[1]));
      const spare = Math.max(0.35, ...used.length === 1 ? [used[0].radius / 80] : [0]);
      map.fitBounds([[south - spare, west - spare], [north + spare, east + spare]], { animate: false, maxZoom: 8, padding: [26, 26] });
    }

    const onPaper = () => map.invalidateSize({ animate: false });
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onPaper);
    new ResizeObserver(onPaper).observe(element);
    return { show, highlight, fit, leaflet: map };
  }

  // The same places as a list, for keyboard, screen reader and paper: also those that have no point on the map.
  function placesList(events, choose) {
    const details = document.getElementById('places');
    const kinds = [['point', 'On the map'], ['area', 'Known only to the province, region or country'], ['unmapped', 'Named, but not on the map'], ['none', 'No place told']];
    const groups = kinds.map(([kind, title]) => ({ title, kind, places: counted(events.filter((e) => e.place.kind === kind)) }));
    const off = groups.filter((g) => g.kind === 'unmapped' || g.kind === 'none').reduce((sum, g) => sum + g.places.reduce((n, p) => n + p.n, 0), 0);
    const vague = groups[1].places.reduce((n, p) => n + p.n, 0);
    details.querySelector('summary').textContent = `Places as a list${vague ? `; ${many(vague, 'event')} placed only in an area` : ''}${off ? `; ${number(off)} not on the map` : ''}`;
    details.querySelector('div').replaceChildren(...groups.filter((g) => g.places.length).map((g) => el('section', {}, el('h3', {}, g.title),
      el('ul', {}, g.places.map((p) => el('li', {}, el('button', { type: 'button', on: { click: () => choose(p.key) } },
        p.name ? said(p.name) : 'no place', el('span', { class: 'soft' }, `${p.land ? ` ${p.land}` : ''} ${number(p.n)}`))))))));
  }

  function counted(events) {
    const places = new Map();
    for (const { place } of events) {
      if (!places.has(place.key)) places.set(place.key, { key: place.key, name: place.name, land: place.country ? country(place.country) : '', n: 0 });
      places.get(place.key).n += 1;
    }
    return [...places.values()].sort((a, b) => b.n - a.n || plain(a.name).localeCompare(plain(b.name), 'en'));
  }

  Object.assign(marsad, { map: create, placesList });
})();
