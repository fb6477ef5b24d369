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
    const place = document.createElement('div');
    place.className = 'zoom';
    place.setAttribute('role', 'region');
    place.setAttribute('aria-label', svg.querySelector('title').textContent);
    svg.replaceWith(place);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const map = L.map(place, {
      attributionControl: false, zoomSnap: 0.5, zoomAnimation: !still, fadeAnimation: !still, inertia: !still,
    });
    const drawn = number => svg.querySelector('#' + CSS.escape(svg.id + '-' + number));
    const outlined = number => Boolean(drawn(number) && drawn(number).dataset.outlined);
    const land = L.geoJSON(areas, {
      style: feature => ({
        color: colour('--land-edge'),
        weight: 1,
        fillColor: (drawn(feature.id) && drawn(feature.id).dataset.tone) ? colour('--step-' + drawn(feature.id).dataset.tone) : colour('--land'),
        fillOpacity: 1,
      }),
      onEachFeature: (feature, layer) => {
        layer.bindTooltip(text(feature.properties.name), { sticky: true });
        layer.on('click', () => { location.href = figure.dataset.page + feature.id; });
      },
    }).addTo(map);
    // Drawn once more on top: a neighbour's land would hide half of each line.
    L.geoJSON(areas, {
      filter: feature => outlined(feature.id),
      style: { color: colour('--ink'), weight: 1.5, fill: false },
      interactive: false,
    }).addTo(map);
    for (const sign of svg.querySelectorAll('g[data-at]')) {
      const [lon, lat] = sign.dataset.at.split(',').map(Number);
      const fatal = sign.dataset.sign === 'diamond';
      const marker = L.circleMarker([lat, lon], {
        radius: Math.min(16, 4 * Math.sqrt(Number(sign.dataset.count))),
        color: fatal ? colour('--ink') : colour('--land-edge'),
        weight: fatal ? 3 : 1,
        fillColor: fatal ? colour('--paper') : colour('--action'),
        fillOpacity: 0.8,
      }).bindTooltip(text(sign.querySelector('title').textContent)).addTo(map);
      const link = sign.closest('a');
      if (link) marker.on('click', () => { location.href = link.getAttribute('href'); });
    }
    const focus = svg.dataset.focus ? svg.dataset.focus.split(' ') : [];
    const bounds = L.latLngBounds([]);
    land.eachLayer(layer => {
      if (!focus.length || focus.includes(String(layer.feature.id))) bounds.extend(layer.getBounds());
    });
    map.fitBounds(bounds, { animate: false });
    place.focus();
  };

  for (const figure of document.querySelectorAll('[data-map]')) {
    const svg = figure.querySelector('svg');
    if (!svg) continue;
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
        const said = document.createElement('p');
        said.setAttribute('role', 'status');
        said.textContent = figure.dataset.failed;
        button.replaceWith(said);
      }
    });
    figure.append(button);
  }
})();
