// What stream_counter is held to: after a clear it holds the number of clocks with a one since, as long as its bits hold that.
module counter_proof #(
    parameter int WIDTH = 6
) (
    input logic clk,
    input logic clear,
    input logic one
);
  logic [WIDTH-1:0] ones;
  logic [15:0]      counted;
  logic             was_cleared = 1'b0;

  stream_counter #(
      .WIDTH(WIDTH)
  ) unit (
      .clk(clk),
      .clear(clear),
      .one(one),
      .ones(ones)
  );

  always_ff @(posedge clk) begin
    if (clear) begin
      counted     <= 16'd0;
      was_cleared <= 1'b1;
    end else if (one) begin
      counted <= counted + 16'd1;
    end
  end

  always_comb if (was_cleared) assert (ones == counted[WIDTH-1:0]);
endmodule
