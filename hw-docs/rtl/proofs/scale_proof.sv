// What scale_round is held to, and stream_scale by it: rounded is the whole number nearest to product / 2^s, s = shift_plus_one - 1, halves up,
// as far as it fits 17 bits. Both sides of 2 rounded 2^(s + 1) <= 4 product + 2^(s + 1) < 2 (rounded + 1) 2^(s + 1) are whole numbers.
module scale_proof (
    input logic [14:0] magnitude,
    input logic [15:0] mantissa,
    input logic [30:0] product,
    input logic [5:0]  shift_plus_one,
    input logic        negative
);
  logic [32:0]  whole, unused_whole;
  logic [16:0]  rounded, unipolar, bipolar, swing;
  logic [99:0]  one, twice, below;
  logic [30:0]  exact;

  assign exact = magnitude * mantissa;

  scale_round round (
      .product(product),
      .shift_plus_one(shift_plus_one),
      .whole(whole),
      .rounded(rounded)
  );

  scale_round half (
      .product(exact),
      .shift_plus_one(shift_plus_one + 6'd1),
      .whole(unused_whole),
      .rounded(swing)
  );

  stream_scale scale (
      .bipolar(1'b0),
      .negative(negative),
      .magnitude(magnitude),
      .mantissa(mantissa),
      .shift_plus_one(shift_plus_one),
      .p(unipolar)
  );

  stream_scale about_half (
      .bipolar(1'b1),
      .negative(negative),
      .magnitude(magnitude),
      .mantissa(mantissa),
      .shift_plus_one(shift_plus_one),
      .p(bipolar)
  );

  always_comb begin
    one   = 100'd1 << shift_plus_one;
    twice = (100'(product) << 2) + one;
    below = (100'(rounded) << shift_plus_one) << 1;
    if (twice < (one << 18)) assert (below <= twice && twice < below + (one << 1));
    if (product == exact) begin
      assert (unipolar == rounded);
      if (shift_plus_one != 6'd63) assert (bipolar == (negative ? 17'h8000 - swing : 17'h8000 + swing));
    end
  end
endmodule
