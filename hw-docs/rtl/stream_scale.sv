// From a magnitude to a probability: hw-docs/stream-format.md, "From a quantity to a register".
//
//   sign-magnitude  p = magnitude x mantissa / 2^(shift_plus_one - 1), rounded half up
//   bipolar         p = 32768 + h or, for a negative quantity, 32768 - h, with h half of that, rounded half up by itself
//
//   magnitude       0..32767
//   mantissa        32768..65535, of a coefficient over the stream length
//   shift_plus_one  0..63; the scale of a tensor shifts by -1 (to the left) at least
//   p               0..65536, in units of 2^-16
//
// Coefficients that are powers of two have the mantissa 32768: with POWER_OF_TWO = 1 a shift is left of the multiplier.
// Combinational, without clock and reset.
module stream_scale #(
    parameter int POWER_OF_TWO = 0
) (
    input  logic        bipolar,
    input  logic        negative,
    input  logic [14:0] magnitude,
    input  logic [15:0] mantissa,
    input  logic [5:0]  shift_plus_one,
    output logic [16:0] p
);
  logic [30:0] product;
  logic [32:0] whole, half;
  logic [16:0] rounded, swing;

  always_comb begin
    product = POWER_OF_TWO != 0 ? {1'b0, magnitude, 15'd0} : magnitude * mantissa;

    // One digit is kept below the point for the rounding.
    whole   = {product, 2'b00} >> shift_plus_one;
    half    = {product, 2'b00} >> (7'(shift_plus_one) + 7'd1);
    rounded = 17'((whole + 33'd1) >> 1);
    swing   = 17'((half + 33'd1) >> 1);
    p       = !bipolar ? rounded : negative ? 17'h8000 - swing : 17'h8000 + swing;
  end
endmodule
