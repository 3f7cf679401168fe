// One dimension of Sobol's sequence in Gray-code order, zero first: Sources.SobolSource of the software, number by number up to its 2^32-th.
//
//   number      0 after `restart`; with `step` the direction number of the lowest zero digit of the index is added without carries
//   DIRECTIONS  WIDTH direction numbers, the first (1/2) in the last WIDTH digits; by default those of dimension 1, bit reversal
//
// Later direction numbers have no digit among the first WIDTH. No reset: restart it.
module sobol_source #(
    parameter int                     WIDTH      = 16,
    parameter logic [WIDTH*WIDTH-1:0] DIRECTIONS = {
        16'h0001, 16'h0002, 16'h0004, 16'h0008, 16'h0010, 16'h0020, 16'h0040, 16'h0080,
        16'h0100, 16'h0200, 16'h0400, 16'h0800, 16'h1000, 16'h2000, 16'h4000, 16'h8000
    }
) (
    input  logic             clk,
    input  logic             restart,
    input  logic             step,
    output logic [WIDTH-1:0] number
);
  logic [WIDTH-1:0] index, lowest_zero, direction;
  logic             gated, run;

  assign lowest_zero = ~index & (index + 1'b1);

  always_comb begin
    direction = '0;
    for (int i = 0; i < WIDTH; i++) direction = direction | ({WIDTH{lowest_zero[i]}} & DIRECTIONS[i*WIDTH+:WIDTH]);
  end

  clock_gate gate (
      .clk(clk),
      .enable(restart || step),
      .gated(gated),
      .run(run)
  );

  always_ff @(posedge gated) begin
    if (run) begin
      index  <= restart ? '0 : index + 1'b1;
      number <= restart ? '0 : number ^ direction;
    end
  end
endmodule
