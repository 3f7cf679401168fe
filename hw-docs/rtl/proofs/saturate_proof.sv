// What saturate is held to: the number of the register that is nearest to the sum, and whether that is another one.
module saturate_proof #(
    parameter int WIDTH = 34
) (
    input logic signed [WIDTH-1:0] sum,
    input logic        [14:0]      limit
);
  logic signed [15:0]      value;
  logic                    clipped;
  logic signed [WIDTH+1:0] end_, from_low, wide;

  saturate #(
      .WIDTH(WIDTH)
  ) unit (
      .sum(sum),
      .limit(limit),
      .value(value),
      .clipped(clipped)
  );

  always_comb begin
    end_     = $signed({1'b0, limit});
    wide     = value;
    from_low = sum + end_;
    assert (wide + end_ >= 0 && wide <= end_);
    assert (clipped == (from_low < 0 || from_low > 2 * end_));
    if (clipped) assert (sum[WIDTH-1] ? wide == -end_ : wide == end_);
    else assert (wide == sum);
  end
endmodule
