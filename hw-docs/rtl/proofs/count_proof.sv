// What population_count is held to, a bit at a time: without ones the count is 0, and with bit BIT it is one more than without it, whatever the other
// bits are. For every BIT together, by induction over the ones of a word, the count is their number.
module count_proof #(
    parameter int BIT = 0
) (
    input logic [31:0] bits
);
  localparam logic [31:0] One = 32'd1 << BIT;

  logic [5:0] none, without, with_it;

  population_count of_none (
      .bits(32'd0),
      .ones(none)
  );

  population_count of_others (
      .bits(bits & ~One),
      .ones(without)
  );

  population_count of_all (
      .bits(bits | One),
      .ones(with_it)
  );

  always_comb assert (none == 6'd0 && with_it == without + 6'd1);
endmodule
