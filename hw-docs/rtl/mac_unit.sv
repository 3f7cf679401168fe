// One cross-point of mac_array: gates, a parallel counter of their ones, and the counter that accumulates it with its sign.
//
//   sum <- sum +- popcount(row AND column) 2^digit, WIDTH bits, two's complement
//
//   clear        the sum becomes zero, whatever add and take say (1 clock)
//   add, take    the ones of this clock are added, or taken away; never both
//   row, column  BITS bits of two streams; digit: shift of their ones, 0 to 31
//
// Reset: clear, synchronous, active high; the sum means nothing before.
module mac_unit #(
    parameter int BITS  = 32,
    parameter int WIDTH = 32
) (
    input  logic             clk,
    input  logic             clear,
    input  logic             add,
    input  logic             take,
    input  logic [4:0]       digit,
    input  logic [BITS-1:0]  row,
    input  logic [BITS-1:0]  column,
    output logic [WIDTH-1:0] sum
);
  logic [$clog2(BITS+1)-1:0] ones;
  logic [WIDTH-1:0]          moved;

  population_count #(
      .BITS(BITS)
  ) counter (
      .bits(row & column),
      .ones(ones)
  );

  assign moved = WIDTH'(ones) << digit;

  always_ff @(posedge clk) begin
    if (clear) sum <= '0;
    else if (add) sum <= sum + moved;
    else if (take) sum <= sum - moved;
  end
endmodule
