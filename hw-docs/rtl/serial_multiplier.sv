// A product of a number that stands still and one that comes digit by digit, the last first.
//
//   product  number x digits after as many clocks with `step` as product has bits less those of `number`; `clear` begins anew
//
// An adder of WIDTH bits and a shift. The register has no reset: clear it.
module serial_multiplier #(
    parameter int WIDTH  = 15,
    parameter int DIGITS = 16
) (
    input  logic                    clk,
    input  logic                    clear,
    input  logic                    step,
    input  logic [WIDTH-1:0]        number,
    input  logic                    digit,
    output logic [WIDTH+DIGITS-1:0] product
);
  logic [WIDTH:0] upper;
  logic           gated, run;

  assign upper = {1'b0, product[WIDTH+DIGITS-1:DIGITS]} + (digit ? {1'b0, number} : '0);

  clock_gate gate (
      .clk(clk),
      .enable(clear || step),
      .gated(gated),
      .run(run)
  );

  always_ff @(posedge gated) if (run) product <= clear ? '0 : {upper, product[DIGITS-1:1]};
endmodule
