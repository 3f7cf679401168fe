// Makes a PNG of a figure's SVG, three times as large, in the browser: the page itself has none.
document.documentElement.classList.add('scripted');
document.addEventListener('click', async event => {
  const button = event.target.closest('.as-png');
  if (button === null) return;
  const drawing = button.parentElement.querySelector('a[download$=".svg"]');
  const image = new Image();
  image.src = drawing.href;
  await image.decode();
  const sheet = document.createElement('canvas');
  sheet.width = 3 * image.naturalWidth;
  sheet.height = 3 * image.naturalHeight;
  sheet.getContext('2d').drawImage(image, 0, 0, sheet.width, sheet.height);
  const picture = document.createElement('a');
  picture.href = sheet.toDataURL('image/png');
  picture.download = drawing.download.replace(/svg$/, 'png');
  picture.click();
});
