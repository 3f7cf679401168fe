// The ramp that gives all lanes their voltages: the steps of a converter of 6 bits, one after the other, each with the boundary above it.
//
//   begin_ramp  the ramp begins with step 0 in the next clock; busy until step 63, which is the last, has been there
//   code        step of the converter; equal steps of it are equal steps of ln(-ln(1 - p)), from p = 2^-16 to 1 - 2^-16
//   boundary    first P, in units of 2^-16, that takes a later step
//
// Boundaries are those of Cbram.DriveQuantizer with 6 bits. Reset: synchronous, active high.
module drive_ramp (
    input  logic        clk,
    input  logic        reset,
    input  logic        begin_ramp,
    output logic        busy,
    output logic [5:0]  code,
    output logic [15:0] boundary
);
  // From the last step, which has none above it, down to step 0.
  localparam logic [64*16-1:0] Boundaries = {
      16'hFFFF, 16'd65533, 16'd65515, 16'd65437, 16'd65189, 16'd64582, 16'd63379, 16'd61369, 16'd58447, 16'd54651, 16'd50148,
      16'd45188, 16'd40040, 16'd34949, 16'd30107, 16'd25646, 16'd21638, 16'd18111, 16'd15059, 16'd12453, 16'd10251, 16'd8407,
      16'd6875, 16'd5608, 16'd4565, 16'd3710, 16'd3011, 16'd2442, 16'd1978, 16'd1601, 16'd1296, 16'd1048, 16'd847, 16'd685,
      16'd553, 16'd447, 16'd361, 16'd291, 16'd235, 16'd190, 16'd153, 16'd124, 16'd100, 16'd81, 16'd65, 16'd53, 16'd42, 16'd34,
      16'd28, 16'd22, 16'd18, 16'd15, 16'd12, 16'd9, 16'd8, 16'd6, 16'd5, 16'd4, 16'd3, 16'd3, 16'd2, 16'd2, 16'd1, 16'd1
  };

  logic gated, run;

  clock_gate gate (
      .clk(clk),
      .enable(reset || begin_ramp || busy),
      .gated(gated),
      .run(run)
  );

  always_ff @(posedge gated) begin
    if (run) begin
      busy <= !reset && (begin_ramp || code != 6'd63);
      code <= reset || begin_ramp ? 6'd0 : code + 6'd1;
    end
  end

  assign boundary = Boundaries[{code, 4'd0}+:16];
endmodule
