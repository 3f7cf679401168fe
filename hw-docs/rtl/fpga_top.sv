// A demonstration on an FPGA: a group of lanes with its registers; shift registers in the place of cells; a host that shifts in commands.
//
//   shift_in, shift   28 bits, the first first: command (3), place (9), data (16); done when `execute` is high for a clock
//     1 setting (step_settings) at place[5:0]    2 start of a step
//     3 write, 4 read of the register: array, row and lane are place of command 5 (data[1:0], [8:2], [12:9])    6 restart of the generators
//   shift_out         the register read last, the first digit first, shifted with `shift`; busy: a step runs
//
// Every lane has a shift register of its own seed, WIDTH 16; a word of the stream is a bit per read. Compile with FPGA defined. Reset: synchronous.
module fpga_top #(
    parameter int LANES      = 16,
    parameter int MULTIPLIER = 1,
    parameter int QUOTIENT   = 0
) (
    input  logic clk,
    input  logic reset,
    input  logic shift,
    input  logic shift_in,
    input  logic execute,
    output logic shift_out,
    output logic busy
);
  localparam int RowBits = 7;

  logic [27:0]         command;
  logic [2:0]          kind;
  logic [12:0]         target;
  logic [15:0]         serial_read_data, answer, unused_state;
  logic                memory_read, memory_write, set_pulse, read_pulse, reset_pulse, was_read;
  logic [1:0]          memory_array;
  logic [RowBits-1:0]  row;
  logic [LANES*16-1:0] read_data, write_data;
  logic [LANES-1:0]    lane_writes, saturations, sampling, ones;
  logic [2:0]          stream;
  logic [5:0]          bit_index, code;
  logic [31:0]         rows_selected;
  logic [LANES*17-1:0] p, inner_p;
  logic [16:0]         gate_p;
  logic                unused;

  assign kind = execute ? command[27:25] : 3'd0;

  always_ff @(posedge clk) begin
    if (shift) command <= {command[26:0], shift_in};
    if (kind == 3'd5) target <= command[12:0];
    was_read <= kind == 3'd4;
    if (was_read) answer <= serial_read_data;
    else if (shift) answer <= answer << 1;
  end

  assign shift_out = answer[15];

  lane_group #(
      .LANES     (LANES),
      .MULTIPLIER(MULTIPLIER),
      .QUOTIENT  (QUOTIENT),
      .ROW_BITS  (RowBits)
  ) group (
      .*,
      .write(kind == 3'd1),
      .address(command[21:16]),
      .data(command[15:0]),
      .state_data(unused_state),
      .start(kind == 3'd2),
      .cell_one(ones),
      .inner_one({LANES{1'b0}}),
      .gate_one({LANES{1'b0}})
  );

  register_file #(
      .LANES    (LANES),
      .ROW_BITS (RowBits),
      .LANE_BITS(4)
  ) registers (
      .clk(clk),
      .group_read(memory_read),
      .group_write(memory_write),
      .array(memory_array),
      .row(row),
      .lane_writes(lane_writes),
      .write_data(write_data),
      .read_data(read_data),
      .serial_read(kind == 3'd4),
      .serial_write(kind == 3'd3),
      .serial_array(target[1:0]),
      .serial_row(target[8:2]),
      .serial_lane(target[12:9]),
      .serial_write_data(command[15:0]),
      .serial_read_data(serial_read_data)
  );

  for (genvar i = 0; i < LANES; i++) begin : g_generator
    stream_generator #(
        .SOURCE(1)
    ) generator (
        .clk(clk),
        .restart(reset || kind == 3'd6),
        .step(read_pulse),
        .seed(16'(40503 * (i + 1))),
        .key(64'd0),
        .p(p[i*17+:17]),
        .cell_one(1'b0),
        .one(ones[i])
    );
  end

  assign unused = &{1'b0, command[24:22], set_pulse, reset_pulse, saturations, sampling, stream, bit_index, code, rows_selected, inner_p, gate_p};
endmodule
