// Registers of a group of lanes: a row of them for the lanes at once, one at a time for whoever loads and reads them.
//
//   group_read, group_write, array, row   a row of LANES registers of an array (0 gradients, 1 weights, 2 and 3 auxiliary); read_data in the clock
//                                         after; lane_writes says which lanes are written
//   serial_*    one register: array, row and lane; serial_read_data in the clock after. The group comes first where both ask in one clock.
//
// A memory of 16 bits for every lane, of ROWS of each array: 2^ROW_BITS. No reset.
module register_file #(
    parameter int LANES     = 4,
    parameter int ROW_BITS  = 7,
    parameter int LANE_BITS = 4
) (
    input  logic                 clk,
    input  logic                 group_read,
    input  logic                 group_write,
    input  logic [1:0]           array,
    input  logic [ROW_BITS-1:0]  row,
    input  logic [LANES-1:0]     lane_writes,
    input  logic [LANES*16-1:0]  write_data,
    output logic [LANES*16-1:0]  read_data,
    input  logic                 serial_read,
    input  logic                 serial_write,
    input  logic [1:0]           serial_array,
    input  logic [ROW_BITS-1:0]  serial_row,
    input  logic [LANE_BITS-1:0] serial_lane,
    input  logic [15:0]          serial_write_data,
    output logic [15:0]          serial_read_data
);
  logic [ROW_BITS+1:0]  place;
  logic                 is_group;
  logic [LANE_BITS-1:0] lane_read;

  assign is_group = group_read || group_write;
  assign place    = is_group ? {array, row} : {serial_array, serial_row};

  for (genvar i = 0; i < LANES; i++) begin : g_lane
    logic [15:0] memory[2**(ROW_BITS+2)];
    logic [15:0] word;

    always_ff @(posedge clk) begin
      if (group_write ? lane_writes[i] : serial_write && !is_group && serial_lane == LANE_BITS'(i)) begin
        memory[place] <= group_write ? write_data[i*16+:16] : serial_write_data;
      end
      if (group_read || serial_read) word <= memory[place];
    end

    assign read_data[i*16+:16] = word;
  end

  always_ff @(posedge clk) if (serial_read) lane_read <= serial_lane;

  assign serial_read_data = 16'(read_data >> {lane_read, 4'd0});
endmodule
