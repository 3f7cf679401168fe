// A maximal-length shift register, read in parallel: Sources.LfsrSource of the software, number by number.
//
//   number   the seed after `restart`, which is not 0; with `step` the exclusive or of the taps enters at the last digit, the rest moves up
//   TAPS     digit k - 1 stands for tap k
//
// No reset: restart it.
module lfsr_source #(
    parameter int               WIDTH = 16,
    parameter logic [WIDTH-1:0] TAPS  = 16'hD008
) (
    input  logic             clk,
    input  logic             restart,
    input  logic             step,
    input  logic [WIDTH-1:0] seed,
    output logic [WIDTH-1:0] number
);
  logic gated, run;

  clock_gate gate (
      .clk(clk),
      .enable(restart || step),
      .gated(gated),
      .run(run)
  );

  always_ff @(posedge gated) if (run) number <= restart ? seed : {number[WIDTH-2:0], ^(number & TAPS)};
endmodule
