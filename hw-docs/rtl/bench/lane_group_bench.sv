// Drives lane_group through steps of a training, with registers, gradients and ideal cells, and compares every register and what a step leaves.
//
//   +steps=FILE   per tensor and step a line "parameters settings saturations"; settings lines "address value"; a line of the keys of streams 0 to 6
//                 and of Adam's gate (hexadecimal); parameters lines "gradient weight first second", then "weight first second" after the step;
//                 a line of the four words that the step leaves
//   +levels=FILE  the probability of every step of the converter: cells get that of the step at which their lane's sampling ended
//   +record=N     only every N-th tensor runs
//
// `recorded` holds the array that the running row changes plus 1 (2 weights, 3 and 4 auxiliary), 5 while registers are rescaled.
module lane_group_bench #(
    parameter int Lanes      = 5,
    parameter int Quotient   = 1,
    parameter int Multiplier = 1,
    parameter int CountBits  = 7
);
  localparam int RowBits = 12;
  localparam int TimeBits = 12;
  localparam int Most = 4096;
  localparam int StepClocks = 20_000_000;

  logic clk = 1'b0;
  logic reset = 1'b1;
  logic write = 1'b0;
  logic start = 1'b0;
  logic [5:0] address;
  logic [15:0] data, state_data;
  logic busy, memory_read, memory_write, set_pulse, read_pulse, reset_pulse;
  logic [1:0] memory_array;
  logic [RowBits-1:0] row;
  logic [Lanes*16-1:0] read_data, write_data, next_data;
  logic [Lanes-1:0] lane_writes, saturations, sampling, cell_one, inner_one, gate_one;
  logic [2:0] stream;
  logic [CountBits-1:0] bit_index;
  logic [31:0] rows_selected;
  logic [Lanes*17-1:0] p, inner_p;
  logic [16:0] gate_p;
  logic [5:0] code;

`ifdef GATES
  lane_group group (.*);
`else
  lane_group #(
      .LANES     (Lanes),
      .QUOTIENT  (Quotient),
      .MULTIPLIER(Multiplier),
      .COUNT_BITS(CountBits),
      .ROW_BITS  (RowBits),
      .TIME_BITS (TimeBits)
  ) group (
      .*
  );
`endif

`include "cells.svh"

  logic signed [15:0] memory[4*Most];
  logic signed [15:0] expected[4*Most];
  logic [63:0] keys[8];
  logic [15:0] settings[64];
  logic [31:0] outer[Lanes], inner[Lanes], gate[Lanes];
  int levels[64], steps[Lanes];
  int file, level_file, record, parameters, pairs, place, value, values[7], tensor, waited, lane_index, was_read;
  logic [31:0] counter, words_per_number, rounded;
  logic was_set, has_levels, begins_row;
  longint updates, differences, cycles, clips, expected_clips, compared;
  longint recorded_updates[256], recorded_cycles[256];
  logic [7:0] recorded = 8'd0;
  string path, level_path;

  always #1 clk = !clk;

  // Registers, a row at a time.
  always @(posedge clk) begin
    cycles++;
    recorded_cycles[recorded]++;
    if (memory_read) begin
      for (int i = 0; i < Lanes; i++) next_data[i*16+:16] = memory[int'(memory_array)*Most+int'(row)*Lanes+i];
      read_data <= next_data;
    end
    for (int i = 0; i < Lanes; i++) begin
      if (lane_writes[i]) begin
        memory[int'(memory_array)*Most+int'(row)*Lanes+i] = write_data[i*16+:16];
        clips += longint'(saturations[i]);
        updates++;
        recorded_updates[recorded]++;
      end
    end
  end

  // The first read of a row is of what it changes.
  always @(negedge clk) begin
    if (memory_read && begins_row && recorded != 8'd0) recorded = stream == 3'd6 ? 8'd5 : 8'(memory_array) + 8'd1;
    if (memory_read) begins_row = 1'b0;
    if (memory_write) begins_row = 1'b1;
  end

  // The step of the ramp at which each lane lets go.
  always @(negedge clk) begin
    for (int i = 0; i < Lanes; i++) if (sampling[i]) steps[i] = int'(code);
  end

  // Cells: a word of each lane when a pulse begins, the bit that is read while the pulse of a read lasts.
  always @(negedge clk) begin
    if (set_pulse && !was_set && bit_index[4:0] == 5'd0) begin
      for (int i = 0; i < Lanes; i++) begin
        lane_index = int'(row) * Lanes + i;
        if (stream == 3'd6) begin
          words_per_number = 32'((parameters + 31) / 32);
          rounded = counter_word_of(keys[6], 32'(lane_index / 32) + (memory_array == 2'd3 ? words_per_number : 32'd0));
          outer[i] = {31'd0, rounded[lane_index%32]};
        end else begin
          words_per_number = (32'(settings[18+4*int'(stream)]) + 32'd31) >> 5;
          counter = (32'(lane_index) * words_per_number + 32'(bit_index >> 5)) << 4;
          outer[i] = cells_of(has_levels && p[i*17+:17] != 17'd0 ? 17'(levels[steps[i]]) : p[i*17+:17], keys[stream], counter);
          inner[i] = cells_of(inner_p[i*17+:17], keys[stream], counter);
          gate[i] = cells_of(gate_p, keys[7], counter);
        end
      end
    end
    was_set = set_pulse;
    for (int i = 0; i < Lanes; i++) begin
      cell_one[i] <= outer[i][bit_index[4:0]];
      inner_one[i] <= inner[i][bit_index[4:0]];
      gate_one[i] <= gate[i][bit_index[4:0]];
    end
  end

  task automatic read_number(output int number);
    if ($fscanf(file, "%d", number) != 1) $fatal(1, "%s ends early.", path);
  endtask

  initial begin
    if (!$value$plusargs("steps=%s", path)) $fatal(1, "Give +steps=FILE.");
    if (!$value$plusargs("record=%d", record)) record = 1;
    file = $fopen(path, "r");
    if (file == 0) $fatal(1, "Cannot read %s.", path);
    has_levels = $value$plusargs("levels=%s", level_path) != 0;
    if (has_levels) begin
      level_file = $fopen(level_path, "r");
      for (int i = 0; i < 64; i++) begin
        if ($fscanf(level_file, "%d", value) != 1) $fatal(1, "%s ends early.", level_path);
        levels[i] = value;
      end
    end
    repeat (2) @(negedge clk);
    reset = 1'b0;
    while ($fscanf(file, "%d %d %d", parameters, pairs, expected_clips) == 3) begin
      if (parameters > Most) $fatal(1, "%0d parameters are more than %0d.", parameters, Most);
      for (int i = 0; i < pairs; i++) begin
        read_number(place);
        read_number(value);
        address = 6'(place);
        data = 16'(value);
        settings[place] = 16'(value);
        write = 1'b1;
        @(negedge clk);
        write = 1'b0;
      end
      for (int i = 0; i < 8; i++) if ($fscanf(file, "%h", keys[i]) != 1) $fatal(1, "%s ends early.", path);
      for (int i = 0; i < parameters; i++) begin
        for (int array = 0; array < 7; array++) begin
          read_number(value);
          if (array < 4) memory[array*Most+i] = 16'(value);
          else expected[(array-3)*Most+i] = 16'(value);
        end
      end
      if (tensor % record == 0) begin
        clips = 0;
        begins_row = 1'b1;
        recorded = 8'd1;
        start = 1'b1;
        @(negedge clk);
        start = 1'b0;
        for (waited = 0; busy; waited++) begin
          if (waited == StepClocks) $fatal(1, "Step %0d has not ended after %0d clocks.", tensor, waited);
          @(negedge clk);
        end
        recorded = 8'd0;
        for (int array = 1; array < 4; array++) begin
          for (int i = 0; i < parameters; i++) begin
            compared++;
            if (memory[array*Most+i] != expected[array*Most+i]) begin
              differences++;
              if (differences < 10) begin
                $display("step %0d, array %0d, parameter %0d: %0d, not %0d", tensor, array, i, memory[array*Most+i], expected[array*Most+i]);
              end
            end
          end
        end
        if (clips != expected_clips) begin
          differences++;
          $display("step %0d clipped %0d, not %0d", tensor, clips, expected_clips);
        end
      end
      for (int i = 10; i < 14; i++) begin
        read_number(value);
        address = 6'(i);
        @(negedge clk);
        if (tensor % record == 0 && state_data != 16'(value)) begin
          differences++;
          $display("step %0d left %0d at %0d, not %0d", tensor, state_data, i, 16'(value));
        end
      end
      tensor++;
    end
    for (int i = 1; i < 256; i++) begin
      if (recorded_updates[i] != 0) $display("recorded %0d: %0d updates, %0d cycles", i, recorded_updates[i], recorded_cycles[i]);
    end
    $display("%0d updates, %0d differences, %0d cycles", compared, differences, cycles);
    $finish;
  end
endmodule
