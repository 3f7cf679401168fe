// A binary multiply-accumulate unit in floating point: what an array of stochastic ones is compared with.
//
//   sum <- round(sum + round(a b)), both rounded to nearest even as IEEE 754 binary32 has it, subnormal numbers, infinities and NaN among them
//
//   a, b    sign, 8 bits of exponent, FRACTION bits of fraction: 23 for binary32, 7 for bfloat16, whose products are exact unless they are
//           subnormal
//   clear   the sum becomes +0; add: a product is added (1 clock); nothing else clocks it
//
// Every NaN that it makes is 7FC0_0000. No reset: clear it.
module mac_float #(
    parameter int FRACTION = 23
) (
    input  logic                clk,
    input  logic                clear,
    input  logic                add,
    input  logic [FRACTION+8:0] a,
    input  logic [FRACTION+8:0] b,
    output logic [31:0]         sum
);
  logic [31:0] product, next;
  logic        gated, run;

  float_multiply #(
      .FRACTION(FRACTION)
  ) multiplier (
      .a(a),
      .b(b),
      .product(product)
  );

  float_add adder (
      .a(sum),
      .b(product),
      .sum(next)
  );

  clock_gate gate (
      .clk(clk),
      .enable(clear || add),
      .gated(gated),
      .run(run)
  );

  always_ff @(posedge gated) if (run) sum <= clear ? 32'd0 : next;
endmodule
