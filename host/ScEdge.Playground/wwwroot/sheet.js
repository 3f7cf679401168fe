// A square sheet to draw on with pen, mouse, finger or keys. Strokes are pairs of numbers from 0 to 1, with a pair of -1 behind each line.
const sheets = new WeakMap();
const step = 0.04, closest = 0.015, pause = 90;

export function attach(canvas, view) {
  const sheet = { canvas, view, numbers: [], isDown: false, pen: [0.5, 0.5], showsPen: false, told: 0, timer: 0 };
  sheets.set(canvas, sheet);
  canvas.addEventListener('pointerdown', event => {
    canvas.setPointerCapture(event.pointerId);
    sheet.showsPen = false;
    begin(sheet, place(canvas, event));
    event.preventDefault();
  });
  canvas.addEventListener('pointermove', event => {
    if (sheet.isDown) {
      for (const one of event.getCoalescedEvents?.() ?? [event]) move(sheet, place(canvas, one));
    }
  });
  for (const name of ['pointerup', 'pointercancel']) canvas.addEventListener(name, () => end(sheet));
  canvas.addEventListener('keydown', event => key(sheet, event));
  canvas.addEventListener('blur', () => { sheet.showsPen = false; end(sheet); });
  new ResizeObserver(() => paint(sheet)).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => paint(sheet));
  paint(sheet);
}

export function show(canvas, numbers) {
  const sheet = sheets.get(canvas);
  sheet.numbers = numbers;
  sheet.isDown = false;
  paint(sheet);
}

function place(canvas, event) {
  const box = canvas.getBoundingClientRect();
  return [clamp((event.clientX - box.left) / box.width), clamp((event.clientY - box.top) / box.height)];
}

const clamp = value => Math.min(1, Math.max(0, value));

function begin(sheet, point) {
  sheet.isDown = true;
  sheet.pen = point;
  sheet.numbers.push(...point);
  changed(sheet, false);
}

function move(sheet, point) {
  if (Math.hypot(point[0] - sheet.pen[0], point[1] - sheet.pen[1]) < closest) return;
  sheet.pen = point;
  if (sheet.isDown) sheet.numbers.push(...point);
  changed(sheet, false);
}

function end(sheet) {
  if (!sheet.isDown) return;
  sheet.isDown = false;
  sheet.numbers.push(-1, -1);
  changed(sheet, true);
}

// Arrows move the pen, the space bar puts it down or lifts it.
function key(sheet, event) {
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
  if (event.key in moves) {
    const [dx, dy] = moves[event.key];
    sheet.showsPen = true;
    move(sheet, [clamp(sheet.pen[0] + dx), clamp(sheet.pen[1] + dy)]);
    paint(sheet);
  } else if (event.key === ' ') {
    sheet.showsPen = true;
    if (sheet.isDown) end(sheet); else begin(sheet, sheet.pen);
    paint(sheet);
  } else {
    return;
  }
  event.preventDefault();
}

function changed(sheet, isDone) {
  paint(sheet);
  clearTimeout(sheet.timer);
  const left = isDone ? 0 : pause - (performance.now() - sheet.told);
  const tell = () => {
    sheet.told = performance.now();
    sheet.view.invokeMethodAsync('DrawnAsync', [...sheet.numbers]);
  };
  if (left <= 0) tell(); else sheet.timer = setTimeout(tell, left);
}

function paint(sheet) {
  const { canvas, numbers } = sheet;
  const side = Math.round(canvas.clientWidth * devicePixelRatio);
  if (canvas.width !== side || canvas.height !== side) canvas.width = canvas.height = side;
  const context = canvas.getContext('2d');
  const colour = getComputedStyle(canvas).color;
  context.clearRect(0, 0, side, side);
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = side / 14;
  context.lineCap = context.lineJoin = 'round';
  context.beginPath();
  let isNew = true;
  for (let i = 0; i < numbers.length; i += 2) {
    const [x, y] = [numbers[i] * side, numbers[i + 1] * side];
    if (numbers[i] < 0) {
      isNew = true;
    } else if (isNew) {
      context.moveTo(x, y);
      context.lineTo(x, y);
      isNew = false;
    } else {
      context.lineTo(x, y);
    }
  }
  context.stroke();
  if (sheet.showsPen) {
    context.beginPath();
    context.lineWidth = Math.max(1, side / 180);
    context.arc(sheet.pen[0] * side, sheet.pen[1] * side, side / 22, 0, 2 * Math.PI);
    context.stroke();
  }
}
