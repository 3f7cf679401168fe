// Counts the ones of a stream; nothing but a one, or `clear`, clocks it.
//
//   ones   0..2^WIDTH - 1; `clear` comes before the first bit
//
// No reset: clear it.
module stream_counter #(
    parameter int WIDTH = 6
) (
    input  logic             clk,
    input  logic             clear,
    input  logic             one,
    output logic [WIDTH-1:0] ones
);
  logic gated, run;

  clock_gate gate (
      .clk(clk),
      .enable(clear || one),
      .gated(gated),
      .run(run)
  );

  always_ff @(posedge gated) if (run) ones <= clear ? '0 : ones + 1'b1;
endmodule
