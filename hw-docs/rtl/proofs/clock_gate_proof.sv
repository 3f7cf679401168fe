// What clock_gate is held to: a register behind it, and one with an enable on the clock itself, hold the same.
module clock_gate_proof (
    input logic clk,
    input logic enable,
    input logic data
);
  logic gated, run;
  logic behind = 1'b0;
  logic enabled = 1'b0;

  clock_gate gate (
      .clk(clk),
      .enable(enable),
      .gated(gated),
      .run(run)
  );

  always_ff @(posedge gated) if (run) behind <= data;
  always_ff @(posedge clk) if (enable) enabled <= data;

  always_comb assert (behind == enabled);
endmodule
