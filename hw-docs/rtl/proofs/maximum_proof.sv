// What maximum_tree is held to: none of the numbers is larger, and one of them is it. population_count: the ones of a word are those of its halves.
module maximum_proof #(
    parameter int COUNT = 4,
    parameter int WIDTH = 15
) (
    input logic [COUNT*WIDTH-1:0] numbers,
    input logic [31:0]            bits
);
  logic [WIDTH-1:0] largest;
  logic [COUNT-1:0] is_it;
  logic [5:0]       ones;
  logic [4:0]       low_ones, high_ones;

  maximum_tree #(
      .COUNT(COUNT),
      .WIDTH(WIDTH)
  ) tree (
      .numbers(numbers),
      .largest(largest)
  );

  always_comb begin
    for (int i = 0; i < COUNT; i++) begin
      is_it[i] = numbers[i*WIDTH+:WIDTH] == largest;
      assert (numbers[i*WIDTH+:WIDTH] <= largest);
    end
    assert (is_it != '0);
  end

  population_count whole (
      .bits(bits),
      .ones(ones)
  );

  population_count #(
      .BITS(16)
  ) low (
      .bits(bits[15:0]),
      .ones(low_ones)
  );

  population_count #(
      .BITS(16)
  ) high (
      .bits(bits[31:16]),
      .ones(high_ones)
  );

  always_comb assert (ones == {1'b0, low_ones} + {1'b0, high_ones});
endmodule
