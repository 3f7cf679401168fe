// The largest of COUNT numbers without sign, by a tree of comparisons.
//
//   numbers  number i has bits [i * WIDTH +: WIDTH]
//
// Combinational, without clock and reset.
module maximum_tree #(
    parameter int COUNT = 4,
    parameter int WIDTH = 15
) (
    input  logic [COUNT*WIDTH-1:0] numbers,
    output logic [WIDTH-1:0]       largest
);
  // A heap: node i is the larger of nodes 2 i and 2 i + 1, and the numbers are the nodes from COUNT on.
  logic [2*COUNT*WIDTH-1:0] nodes;

  always_comb begin
    nodes = {numbers, {COUNT * WIDTH{1'b0}}};
    for (int i = COUNT - 1; i > 0; i--) begin
      nodes[i*WIDTH+:WIDTH] = nodes[2*i*WIDTH+:WIDTH] > nodes[(2*i+1)*WIDTH+:WIDTH] ? nodes[2*i*WIDTH+:WIDTH] : nodes[(2*i+1)*WIDTH+:WIDTH];
    end
  end

  assign largest = nodes[WIDTH+:WIDTH];
endmodule
