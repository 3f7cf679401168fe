// The power-of-two scale of a stream in a step: hw-docs/stream-format.md, "From a quantity to a register".
//
//   product = maximum x mantissa; quantum = max(0, digits(product - 1) + exponent), 0 for a maximum of zero
//   shift_plus_one = quantum - exponent - 15, within 0..63
//
//   begin_product  clears; then `step` 16 times with the digits of the mantissa, the last first; then both results stand
//   quantum        at most 16: one counted bit takes any register beyond its end then
//
// No reset: begin_product comes first.
module scale_chooser (
    input  logic              clk,
    input  logic              begin_product,
    input  logic              step,
    input  logic        [15:0] maximum,
    input  logic              digit,
    input  logic signed [9:0] exponent,
    output logic        [4:0] quantum,
    output logic        [5:0] shift_plus_one
);
  logic        [31:0] product, below;
  logic        [5:0]  digits;
  logic signed [10:0] wanted, chosen, shift;

  serial_multiplier #(
      .WIDTH (16),
      .DIGITS(16)
  ) multiplier (
      .clk(clk),
      .clear(begin_product),
      .step(step),
      .number(maximum),
      .digit(digit),
      .product(product)
  );

  always_comb begin
    below  = product - 32'd1;
    digits = 6'd0;
    for (int i = 0; i < 32; i++) if (below[i]) digits = 6'(i + 1);
    wanted = $signed({5'd0, digits}) + 11'(exponent);
    chosen = product == 32'd0 || wanted < 11'sd0 ? 11'sd0 : wanted;
    shift  = chosen - 11'(exponent) - 11'sd15;
    quantum        = chosen > 11'sd16 ? 5'd16 : 5'(chosen);
    shift_plus_one = shift < 11'sd0 ? 6'd0 : shift > 11'sd63 ? 6'd63 : 6'(shift);
  end
endmodule
