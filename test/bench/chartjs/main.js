import { BarController, BarElement, CategoryScale, Chart } from 'chart.js';
import { Legend, LinearScale, Tooltip } from 'chart.js';

/*
 * The charts of the dashboard as Chart.js draws them with little work: only the parts that are used, and no
 * animation. The figures are samples.
 */
Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
const colours = ['#002f56', '#b0381a', '#007c5d', '#b2870d', '#824a91', '#4a95c9', '#82868b'];

const charts = [
  {
    'Cooperation meeting': [1, 1, 1, 1, 1, 1, 1, 1],
    'Matchmaking event': [null, null, null, null, null, null, null, 3],
    Forum: [null, null, null, null, null, null, null, 1],
  },
  {
    'Cooperation meeting participants': [68, 84, 41, 57, 63, 86, 95, 108],
  },
  {
    'Technology transfer': [3, 5, 2, 4, 4, 5, 5, 7],
    Biomedicine: [2, 3, 2, 3, 5, 6, 8, 9],
    'Intellectual property': [1, 2, 1, 2, 2, 3, 4, 5],
    Other: [1, 1, 0, 1, 1, 2, null, 2],
  },
  {
    Biomedicine: [1, 2, 1, 2, 2, 3, 4, 4],
    'Low-altitude economy': [0, 0, 0, 0, 1, 1, 2, 3],
    'Information technology': [1, 2, 1, 2, 1, 2, 3, 3],
    'New materials': [0, 1, 1, 1, 1, 2, 2, 2],
    'Energy and environment': [1, 1, 1, 1, 2, 2, 2, 3],
    Other: [0, 0, 0, 1, 1, 1, 1, 1],
  },
  {
    'Technology managers': [1, 1, 1, 2, 2, 2, 3, 3],
    'Exchange visits': [2, 4, null, 1, 1, 3, 4, 5],
    'Training courses': [1, 2, 2, 2, 3, 4, 4, 5],
  },
  {
    'People trained': [46, 80, 52, 67, 88, 124, 158, 187],
  },
];

document.querySelectorAll('canvas').forEach((canvas, index) => {
  const series = Object.entries(charts[index]);
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels: years,
      datasets: series.map(([label, data], at) => ({ label, data, backgroundColor: colours[at] })),
    },
    options: {
      animation: false,
      plugins: { legend: { display: series.length > 1, position: 'bottom' } },
      scales: { x: { stacked: true }, y: { stacked: true } },
    },
  });
  canvas.classList.add('drawn');
});
