// What serial_multiplier is held to: after every digit its upper bits are the sum of the number shifted to the places of those that were one.
module serial_multiplier_proof (
    input logic        clk,
    input logic        clear,
    input logic        step,
    input logic [14:0] number,
    input logic        digit
);
  logic [30:0] product, sum;
  logic [14:0] held;
  logic [4:0]  taken;
  logic        is_begun = 1'b0;

  serial_multiplier unit (
      .clk(clk),
      .clear(clear),
      .step(step),
      .number(held),
      .digit(digit),
      .product(product)
  );

  always_ff @(posedge clk) begin
    if (clear) begin
      held     <= number;
      sum      <= 31'd0;
      taken    <= 5'd0;
      is_begun <= 1'b1;
    end else if (step) begin
      sum   <= digit ? sum + (31'(held) << taken) : sum;
      taken <= taken + 5'd1;
      if (taken == 5'd16) is_begun <= 1'b0;
    end
  end

  always_comb if (is_begun) assert (taken <= 5'd16 && product == sum << (5'd16 - taken) && sum >> (5'd15 + taken) == 31'd0);
endmodule
