// Clips a sum to -limit..limit, limit the largest magnitude of a register, and says whether it did.
//
//   sum      WIDTH bits, two's complement
//   limit    1..32767
//   value    16 bits, two's complement; clipped: whether the sum lay outside
//
// Combinational, without clock and reset.
module saturate #(
    parameter int WIDTH = 34
) (
    input  logic signed [WIDTH-1:0] sum,
    input  logic [14:0]             limit,
    output logic signed [15:0]      value,
    output logic                    clipped
);
  logic signed [WIDTH-1:0] most;

  always_comb begin
    most = WIDTH'({1'b0, limit});
    if (sum > most) value = 16'(most);
    else if (sum < -most) value = 16'(-most);
    else value = 16'(sum);
    clipped = sum > most || sum < -most;
  end
endmodule
