// Makes a map that the server drew zoomable, when somebody asks for it. No tiles, no other site: the outlines come
// from our own API, the signs from the picture that is already there. Without this file the picture and its list stay.
(() => {
  'use strict';
  const load = (name, attributes) => new Promise((done, failed) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.onload = done;
    element.onerror = failed;
    document.head.append(element);
  });

  const leaflet = async () => {
    if (!window.L) {
      await Promise.all([
        load('link', { rel: 'stylesheet', href: '/webjars/leaflet/dist/leaflet.css' }),
        load('script', { src: '/webjars/leaflet/dist/leaflet.js' }),
      ]);
    }
    return window.L;
  };

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const text = value => {
    const element = document.createElement('span');
    element.textContent = value;
    return element;
  };

  const zoom = async (figure, svg) => {
    const answer = await fetch(figure.dataset.map, { headers: { Accept: 'application/geo+json' } });
    if (!answer.ok) throw new Error('areas ' + answer.status);
    const areas = await answer.json();
    const L = await leaflet();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const drawn = number => svg.querySelector('#' + CSS.escape(svg.id + '-' + number));
    const outlined = number => Boolean(drawn(number) && drawn(number).dataset.outlined);
    const focus = svg.dataset.focus ? svg.dataset.focus.split(' ') : [];
    const land = L.geoJSON(areas, {
      style: feature => ({
        color: colour('--land-edge'),
        weight: 1,
        fillColor: (drawn(feature.id) && drawn(feature.id).dataset.tone) ? colour('--step-' + drawn(feature.id).dataset.tone) : colour('--land'),
        fillOpacity: 1,
      }),
      onEachFeature: (feature, layer) => {
        const always = focus.length <= 20 && focus.includes(String(feature.id));
        layer.bindTooltip(text(feature.properties.name), always
          ? { permanent: true, direction: 'center', className: 'area-name' }
          : { sticky: true });
        layer.on('click', () => { location.href = figure.dataset.page + feature.id; });
      },
    });
    const bounds = L.latLngBounds([]);
    land.eachLayer(layer => {
      if (!focus.length || focus.includes(String(layer.feature.id))) bounds.extend(layer.getBounds());
    });
    const place = document.createElement('div');
    place.className = 'zoom';
    place.setAttribute('role', 'region');
    place.setAttribute('aria-label', svg.querySelector('title').textContent);
    svg.replaceWith(place);
    const map = L.map(place, {
      attributionControl: false, zoomSnap: 0.5, zoomAnimation: !still, fadeAnimation: !still, inertia: !still,
    });
    // The view first: what is added to a map without one finds no place to be drawn in.
    map.fitBounds(bounds, { animate: false });
    land.addTo(map);
    // Drawn once more on top: a neighbour's land would hide half of each line.
    L.geoJSON(areas, {
      filter: feature => outlined(feature.id),
      style: { color: colour('--ink'), weight: 1.5, fill: false },
      interactive: false,
    }).addTo(map);
    const layers = new Map();
    for (const patch of svg.querySelectorAll('path[data-rings]:not([data-rings=""])')) {
      const tone = patch.dataset.tone;
      const link = patch.closest('a');
      const shape = L.polygon(JSON.parse(patch.dataset.rings).map(ring => ring.map(([lon, lat]) => [lat, lon])), {
        color: colour('--ink'),
        weight: patch.dataset.outlined ? 1.5 : 0.5,
        dashArray: patch.dataset.hatched ? '4 3' : null,
        fillColor: tone ? colour('--step-' + tone) : colour('--land'),
        fillOpacity: 0.75,
      }).bindTooltip(text(patch.querySelector('title').textContent), { sticky: true }).addTo(map);
      if (link) shape.on('click', () => { location.href = link.getAttribute('href'); });
      layers.set(patch, shape);
    }
    for (const sign of svg.querySelectorAll('g[data-at]')) {
      const [lon, lat] = sign.dataset.at.split(',').map(Number);
      const link = sign.closest('a');
      const marker = L.marker([lat, lon], { icon: icon(L, sign), keyboard: false })
        .bindTooltip(text(sign.querySelector('title').textContent)).addTo(map);
      if (link) marker.on('click', () => { location.href = link.getAttribute('href'); });
      layers.set(sign, marker);
    }
    pair(figure, svg, layers);
    legend(svg, place);
    place.focus();
  };

  // The sign as the server drew it: the same shape, so that it is told apart without colour.
  const icon = (L, sign) => {
    const shape = sign.firstElementChild.cloneNode(true);
    const radius = Math.min(16, 4.5 * Math.sqrt(Number(sign.dataset.count || 1)));
    const half = Math.ceil(radius * 1.25) + 1;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', [-half, -half, 2 * half, 2 * half].join(' '));
    svg.setAttribute('width', 2 * half);
    svg.setAttribute('height', 2 * half);
    if (shape.tagName === 'circle') {
      shape.setAttribute('cx', 0);
      shape.setAttribute('cy', 0);
      shape.setAttribute('r', radius);
    } else {
      const far = radius * 1.25;
      shape.setAttribute('d', `M0 ${-far}L${far} 0L0 ${far}L${-far} 0Z`);
    }
    svg.append(shape);
    return L.divIcon({ html: svg, className: 'sign', iconSize: [2 * half, 2 * half], iconAnchor: [half, half] });
  };

  // What the signs mean stays under the map.
  const legend = (svg, place) => {
    const lines = svg.querySelector('g.legend');
    if (!lines) return;
    const from = Number(lines.dataset.from);
    const key = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    key.setAttribute('class', 'picture');
    key.setAttribute('aria-hidden', 'true');
    key.setAttribute('viewBox', `0 ${from} ${svg.viewBox.baseVal.width} ${svg.viewBox.baseVal.height - from}`);
    key.append(lines);
    place.after(key);
  };

  // What a row of the list beside the map is about: named by the row, or led to by one of its links.
  const drawnOf = (svg, row) => {
    if (row.dataset.shows) return svg.querySelector('#' + CSS.escape(svg.id + '-' + row.dataset.shows));
    for (const link of row.querySelectorAll('a[href]')) {
      const there = svg.querySelector(`a[href="${CSS.escape(link.getAttribute('href'))}"] > :is(path, g)`);
      if (there) return there;
    }
    return null;
  };

  // Selecting in the list selects in the map, and the other way round, by pointer and by keyboard.
  const pair = (figure, svg, layers) => {
    const list = figure.closest('.beside');
    if (!list) return;
    for (const row of list.querySelectorAll('tbody tr')) {
      const drawn = drawnOf(svg, row);
      if (!drawn) continue;
      const layer = layers && layers.get(drawn);
      const select = chosen => {
        row.classList.toggle('selected', chosen);
        drawn.classList.toggle('selected', chosen);
        if (!layer) return;
        if (layer.setStyle) {
          layer.setStyle({ weight: chosen ? 4 : (drawn.dataset.outlined ? 1.5 : 0.5) });
          if (chosen) layer.bringToFront();
        } else {
          const sign = layer.getElement();
          if (sign) sign.classList.toggle('selected', chosen);
        }
      };
      const watch = (target, on, off) => {
        target.addEventListener(on, () => select(true));
        target.addEventListener(off, () => select(false));
      };
      watch(row, 'mouseenter', 'mouseleave');
      watch(row, 'focusin', 'focusout');
      if (layer) {
        layer.on('mouseover', () => select(true)).on('mouseout', () => select(false));
      } else {
        watch(drawn, 'mouseenter', 'mouseleave');
      }
    }
  };

  for (const figure of document.querySelectorAll('[data-map]')) {
    const svg = figure.querySelector('svg');
    if (!svg) continue;
    pair(figure, svg, null);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-secondary no-print';
    button.textContent = figure.dataset.zoom;
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await zoom(figure, svg);
        button.remove();
      } catch (problem) {
        console.warn(problem);
        const said = document.createElement('p');
        said.setAttribute('role', 'status');
        said.textContent = figure.dataset.failed;
        button.replaceWith(said);
      }
    });
    figure.append(button);
  }
})();
