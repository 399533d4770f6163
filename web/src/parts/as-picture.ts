/** A chart as one picture with one name: labels inside its groups mean nothing to a screen reader. */
export function asPicture(chart: Element): Element {
  for (const group of chart.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector('svg[aria-label]');
  svg?.setAttribute('role', 'img');
  return chart;
}
