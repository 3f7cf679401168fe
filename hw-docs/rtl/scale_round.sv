// The shift behind the product of magnitude and mantissa, and its rounding: hw-docs/stream-format.md, "From a quantity to a register".
//
//   whole    product x 2^(2 - shift_plus_one), cut
//   rounded  half of that, rounded half up: the probability of a sign-magnitude stream in units of 2^-16 where shift_plus_one is shift + 1,
//            the swing of a bipolar one about 1/2 where it is shift + 2
//
// Combinational, without clock and reset.
module scale_round (
    input  logic [30:0] product,
    input  logic [5:0]  shift_plus_one,
    output logic [32:0] whole,
    output logic [16:0] rounded
);
  assign whole   = {product, 2'b00} >> shift_plus_one;
  assign rounded = 17'((whole + 33'd1) >> 1);
endmodule
