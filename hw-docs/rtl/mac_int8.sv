// A binary multiply-accumulate unit: what an array of stochastic ones is compared with.
//
//   sum <- sum + a b, two's complement, 8 by 8 into 32 bits; wraps
//
//   clear   the sum becomes zero; add: a product is added (1 clock); nothing else clocks it
//
// No reset: clear it.
module mac_int8 (
    input  logic               clk,
    input  logic               clear,
    input  logic               add,
    input  logic signed [7:0]  a,
    input  logic signed [7:0]  b,
    output logic signed [31:0] sum
);
  logic signed [15:0] product;
  logic               gated, run;

  assign product = a * b;

  clock_gate gate (
      .clk(clk),
      .enable(clear || add),
      .gated(gated),
      .run(run)
  );

  always_ff @(posedge gated) if (run) sum <= clear ? 32'sd0 : sum + 32'(product);
endmodule
