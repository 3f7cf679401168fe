using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using ScEdge.Playground.Tests.Boards;

namespace ScEdge.Playground.Tests.Browser;

/// <summary>Stands in for Web Serial: a port in the page whose other end is a board in the test.</summary>
internal static class StandInPort
{
    private const string Script = """
        const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
        const port = {
          async open(options) {
            this.options = options;
            this.readable = new ReadableStream({
              async pull(controller) {
                for (;;) {
                  const text = await window.boardTake();
                  if (text) { controller.enqueue(bytes(text)); return; }
                  await new Promise(done => setTimeout(done, 5));
                }
              },
            }, { highWaterMark: 0 });
            this.writable = new WritableStream({ write: chunk => window.boardSend(btoa(String.fromCharCode(...chunk))) });
          },
          async close() { },
        };
        Object.defineProperty(navigator, 'serial', { value: { requestPort: async () => port }, configurable: true });
        """;

    /// <summary>Gives a page the port; what it loads next sees it.</summary>
    public static async Task PutAsync(IPage page, BoardAtAPort board)
    {
        await page.ExposeFunctionAsync("boardTake", () => Convert.ToBase64String(board.Take()));
        await page.ExposeFunctionAsync<string>("boardSend", text => board.Send(Convert.FromBase64String(text)));
        await page.AddInitScriptAsync(Script);
    }
}
