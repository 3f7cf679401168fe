// A lane's part in the conversion of its probability to a voltage: it lets go of drive_ramp's voltage at the step of the nearest probability.
//
//   begin_ramp  before the first step
//   boundary    that above the present step; the first above P ends the lane's sampling. Steps are in units of P, 2^-16.
//   sampling    the switch of the lane's sample and hold
//
// The step at which it ends is the number of boundaries at or below P: what Cbram.DriveQuantizer chooses. No reset: begin_ramp comes first.
module drive_sample (
    input  logic        clk,
    input  logic        begin_ramp,
    input  logic [15:0] boundary,
    input  logic [16:0] p,
    output logic        sampling
);
  always_ff @(posedge clk) sampling <= begin_ramp || sampling && {1'b0, boundary} <= p;
endmodule
