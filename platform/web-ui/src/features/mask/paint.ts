import type { Mark, Point } from "./marks";

/** Longest side of the mask while it is painted; it is sent in the picture's own size. */
const MOST_PIXELS = 1536;
const SAMPLE = 96;
const AMBER = "#e8a33d";
const EDGE = "#ffce85";

export type Paint = CanvasRenderingContext2D;

function canvasOf(width: number, height: number): Paint {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const paint = canvas.getContext("2d");
  if (!paint) throw new Error("This browser gives no canvas");
  return paint;
}

/** An empty mask for a picture: what is opaque is marked. */
export function newMask(picture: { width: number; height: number }): Paint {
  const scale = Math.min(1, MOST_PIXELS / Math.max(picture.width, picture.height));
  return canvasOf(picture.width * scale, picture.height * scale);
}

/** Draws one mark over what is there. `scale` is pixels of the mask for one of the picture. */
export function paintMark(paint: Paint, mark: Mark, scale: number): void {
  const { width, height } = paint.canvas;
  paint.save();
  paint.fillStyle = "#fff";
  paint.strokeStyle = "#fff";
  switch (mark.kind) {
    case "clear":
      paint.clearRect(0, 0, width, height);
      break;
    case "invert":
      paint.globalCompositeOperation = "source-out";
      paint.fillRect(0, 0, width, height);
      break;
    case "area":
      trace(paint, mark.points, scale);
      paint.fill();
      break;
    case "line":
      paint.globalCompositeOperation = mark.erase ? "destination-out" : "source-over";
      paint.lineCap = "round";
      paint.lineJoin = "round";
      paint.lineWidth = mark.radius * 2 * scale;
      trace(paint, mark.points.length === 1 ? [...mark.points, ...mark.points] : mark.points, scale);
      paint.stroke();
      break;
  }
  paint.restore();
}

export function trace(paint: Paint, points: readonly Point[], scale: number): void {
  paint.beginPath();
  points.forEach((point, n) => {
    if (n === 0) paint.moveTo(point.x * scale, point.y * scale);
    else paint.lineTo(point.x * scale, point.y * scale);
  });
}

/** How much of the picture is marked, 0 to 1. */
export function shareOf(mask: Paint): number {
  const small = canvasOf(SAMPLE, SAMPLE);
  small.drawImage(mask.canvas, 0, 0, SAMPLE, SAMPLE);
  const { data } = small.getImageData(0, 0, SAMPLE, SAMPLE);
  let sum = 0;
  for (let n = 3; n < data.length; n += 4) sum += data[n] ?? 0;
  return sum / 255 / (SAMPLE * SAMPLE);
}

/** The mask as a person sees it: an amber hatch with a bright edge that reads on any picture. */
export function showMask(view: Paint, mask: Paint, dots: number): void {
  const { width, height } = view.canvas;
  view.clearRect(0, 0, width, height);
  view.save();
  const hatch = view.createPattern(hatching(dots), "repeat");
  if (hatch) {
    view.fillStyle = hatch;
    view.fillRect(0, 0, width, height);
    view.globalCompositeOperation = "destination-in";
    view.drawImage(mask.canvas, 0, 0, width, height);
  }
  view.restore();
  view.drawImage(edgeOf(mask, width, height, 3 * dots, "rgb(0 0 0 / 0.5)").canvas, 0, 0);
  view.drawImage(edgeOf(mask, width, height, 1.75 * dots, EDGE).canvas, 0, 0);
}

function hatching(dots: number): HTMLCanvasElement {
  const side = 10 * dots;
  const paint = canvasOf(side, side);
  paint.globalAlpha = 0.42;
  paint.fillStyle = AMBER;
  paint.fillRect(0, 0, side, side);
  paint.globalAlpha = 0.9;
  paint.strokeStyle = EDGE;
  paint.lineWidth = 1.25 * dots;
  for (const shift of [-side, 0, side]) {
    paint.beginPath();
    paint.moveTo(shift - dots, side + dots);
    paint.lineTo(shift + side + dots, -dots);
    paint.stroke();
  }
  return paint.canvas;
}

/** The mask moved a little to all sides, without the mask itself. */
function edgeOf(mask: Paint, width: number, height: number, thick: number, colour: string): Paint {
  const paint = canvasOf(width, height);
  for (let turn = 0; turn < 8; turn += 1) {
    const angle = (turn * Math.PI) / 4;
    paint.drawImage(mask.canvas, Math.cos(angle) * thick, Math.sin(angle) * thick, width, height);
  }
  paint.globalCompositeOperation = "destination-out";
  paint.drawImage(mask.canvas, 0, 0, width, height);
  paint.globalCompositeOperation = "source-in";
  paint.fillStyle = colour;
  paint.fillRect(0, 0, width, height);
  return paint;
}

/** What is sent: the picture's size, white where it may change, black elsewhere. */
export async function maskFile(mask: Paint, picture: { width: number; height: number }, name: string): Promise<File> {
  const sent = canvasOf(picture.width, picture.height);
  sent.fillStyle = "#000";
  sent.fillRect(0, 0, picture.width, picture.height);
  sent.drawImage(mask.canvas, 0, 0, picture.width, picture.height);
  const blob = await new Promise<Blob | null>((done) => sent.canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("The mask could not be written");
  return new File([blob], name, { type: "image/png" });
}
