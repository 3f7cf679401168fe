// One cross-point of mac_array: gates, a parallel counter of their ones, and the counter that accumulates it with its sign.
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
  localparam int CountBits = $clog2(BITS + 1);

  logic [BITS-1:0]      products;
  logic [CountBits-1:0] ones;
  logic [WIDTH-1:0]     moved;

  assign products = row & column;

  always_comb begin
    ones = '0;
    for (int i = 0; i < BITS; i++) ones = ones + CountBits'(products[i]);
    moved = WIDTH'(ones) << digit;
  end

  always_ff @(posedge clk) begin
    if (clear) sum <= '0;
    else if (add) sum <= sum + moved;
    else if (take) sum <= sum - moved;
  end
endmodule
