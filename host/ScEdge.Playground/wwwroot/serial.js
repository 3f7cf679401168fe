// A serial port of the browser (Web Serial), as bytes that come and go.
export const isThere = () => 'serial' in navigator;

export async function open(baudRate, taker) {
  const port = await navigator.serial.requestPort();
  await port.open({ baudRate, bufferSize: 16384 });
  const line = { port, isOpen: true, writer: port.writable.getWriter(), reader: port.readable.getReader() };
  read(line, taker);
  return {
    send: bytes => line.writer.write(bytes),
    close: async () => {
      line.isOpen = false;
      await line.reader.cancel().catch(() => { });
      line.reader.releaseLock();
      line.writer.releaseLock();
      await port.close().catch(() => { });
    },
  };
}

async function read(line, taker) {
  try {
    while (line.isOpen) {
      const { value, done } = await line.reader.read();
      if (done) return;
      await taker.invokeMethodAsync('ReceivedAsync', value);
    }
  } catch (error) {
    if (line.isOpen) await taker.invokeMethodAsync('LostAsync', String(error.message ?? error));
  }
}
